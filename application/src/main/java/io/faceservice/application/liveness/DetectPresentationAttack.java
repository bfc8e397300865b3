package io.faceservice.application.liveness;

import io.faceservice.application.acquire.Capture;
import io.faceservice.application.acquire.Workers;
import io.faceservice.application.port.FaceDetector;
import io.faceservice.application.port.FaceDetector.Search;
import io.faceservice.application.port.ImageDecoder;
import io.faceservice.application.port.PresentationAttackDetector;
import io.faceservice.domain.biometric.DetectedFace;
import io.faceservice.domain.biometric.FaceImage;
import io.faceservice.domain.biometric.FaceSelection;
import io.faceservice.domain.biometric.Pixels;
import io.faceservice.domain.liveness.PadDecision;
import io.faceservice.domain.liveness.PadPolicy;
import io.faceservice.domain.liveness.PadScore;

/** Decides whether one picture shows a living face or a picture of one. */
public final class DetectPresentationAttack {
  private final ImageDecoder decoder;
  private final FaceDetector detector;
  private final PresentationAttackDetector attacks;
  private final Workers workers;
  private final PadPolicy policy;

  public DetectPresentationAttack(
      ImageDecoder decoder,
      FaceDetector detector,
      PresentationAttackDetector attacks,
      Workers workers,
      PadPolicy policy) {
    this.decoder = decoder;
    this.detector = detector;
    this.attacks = attacks;
    this.workers = workers;
    this.policy = policy;
  }

  /** What became of the question. */
  public sealed interface Outcome {

    /**
     * The chosen face was scored.
     *
     * @param threshold the least score of a bona fide presentation
     */
    record Scored(PadDecision decision, PadScore score, PadScore threshold, Capture capture)
        implements Outcome {}

    /** There is no face in the picture. */
    record NotAcquired() implements Outcome {}
  }

  /**
   * Scores the face the picture speaks for.
   *
   * @throws io.faceservice.domain.biometric.InvalidInputException if it is no picture
   * @throws io.faceservice.application.port.BackendException if inference fails
   */
  public Outcome detect(FaceImage image) {
    return workers.one(() -> detect(decoder.decode(image)));
  }

  private Outcome detect(Pixels pixels) {
    var faces = detector.detect(pixels, Search.CHOSEN_FACE);
    return switch (FaceSelection.of(faces, pixels.width(), pixels.height())) {
      case FaceSelection.None none -> new Outcome.NotAcquired();
      case FaceSelection.One(var face) -> score(pixels, face, 1);
      case FaceSelection.Several(var face, var all) -> score(pixels, face, all);
    };
  }

  private Outcome score(Pixels pixels, DetectedFace face, int faces) {
    PadScore score = attacks.score(pixels, face);
    return new Outcome.Scored(
        policy.decide(score),
        score,
        policy.threshold(),
        new Capture(faces, face.box().within(pixels.width(), pixels.height())));
  }
}
