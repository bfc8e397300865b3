package io.faceservice.application.liveness;

import io.faceservice.application.acquire.Capture;
import io.faceservice.application.acquire.FaceAcquisition;
import io.faceservice.application.acquire.Finding;
import io.faceservice.application.acquire.Workers;
import io.faceservice.application.liveness.Sighting.Examined;
import io.faceservice.application.liveness.Sighting.Seen;
import io.faceservice.application.port.PresentationAttackDetector;
import io.faceservice.domain.biometric.FaceImage;
import io.faceservice.domain.liveness.FrameFingerprint;
import io.faceservice.domain.liveness.PadScore;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;

/**
 * From a picture to what decisions about it need: its template, and on request its signs of life.
 * Safe for use by many threads.
 *
 * <p>Looks throw {@link io.faceservice.domain.biometric.InvalidInputException} for what is no
 * picture and {@link io.faceservice.application.port.BackendException} when inference fails, and
 * come to nothing for a picture without a face.
 */
public final class FaceExamination {
  private final FaceAcquisition acquisition;
  private final PresentationAttackDetector attacks;

  public FaceExamination(FaceAcquisition acquisition, PresentationAttackDetector attacks) {
    this.acquisition = acquisition;
    this.attacks = attacks;
  }

  /** Looks at a picture that is only to be compared. */
  public Finding<Optional<Sighting>> see(FaceImage image) {
    return Finding.of(
        acquisition.find(image),
        found -> {
          Capture capture = Capture.of(found);
          return template -> new Seen(template, capture);
        });
  }

  /** Looks at a picture that has to prove life besides. */
  public Finding<Optional<Sighting>> examine(FaceImage image) {
    return Finding.of(
        acquisition.find(image),
        found -> {
          Capture capture = Capture.of(found);
          PadScore score = attacks.score(found.pixels(), found.face());
          FrameFingerprint fingerprint = FrameFingerprint.of(found.pixels());
          return template -> new Examined(template, capture, score, fingerprint);
        });
  }

  /** Takes all looks of one request, as {@link FaceAcquisition#all}. */
  public List<Optional<Sighting>> all(
      Workers workers, List<Callable<Finding<Optional<Sighting>>>> looks) {
    return acquisition.all(workers, looks);
  }
}
