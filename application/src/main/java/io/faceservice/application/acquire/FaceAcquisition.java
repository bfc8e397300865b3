package io.faceservice.application.acquire;

import io.faceservice.application.acquire.Acquisition.Acquired;
import io.faceservice.application.acquire.Acquisition.NotAcquired;
import io.faceservice.application.port.AlignedFace;
import io.faceservice.application.port.FaceDetector;
import io.faceservice.application.port.FaceDetector.Search;
import io.faceservice.application.port.FaceEncoder;
import io.faceservice.application.port.FaceLandmarker;
import io.faceservice.application.port.ImageDecoder;
import io.faceservice.domain.biometric.DetectedFace;
import io.faceservice.domain.biometric.FaceImage;
import io.faceservice.domain.biometric.FaceSelection;
import io.faceservice.domain.biometric.FaceTemplate;
import io.faceservice.domain.biometric.FacialLandmarks;
import io.faceservice.domain.biometric.Pixels;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Gatherers;

/**
 * From an image to a template: decode, detect, choose, find landmarks, encode. Shared by all that
 * take an image. Safe for use by many threads.
 */
public final class FaceAcquisition {
  private final ImageDecoder decoder;
  private final FaceDetector detector;
  private final FaceLandmarker landmarker;
  private final FaceEncoder encoder;

  public FaceAcquisition(
      ImageDecoder decoder, FaceDetector detector, FaceLandmarker landmarker, FaceEncoder encoder) {
    this.decoder = decoder;
    this.detector = detector;
    this.landmarker = landmarker;
    this.encoder = encoder;
  }

  /**
   * Acquires the template of the face that the image speaks for.
   *
   * @throws io.faceservice.domain.biometric.InvalidInputException if it is no picture
   * @throws io.faceservice.application.port.BackendException if inference fails
   */
  public Acquisition acquire(FaceImage image) {
    return find(image)
        .<Acquisition>map(found -> new Acquired(found, encode(found.aligned())))
        .orElseGet(NotAcquired::new);
  }

  /** Finds the face that the image speaks for, if there is one; throws as {@link #acquire} does. */
  public Optional<FoundFace> find(FaceImage image) {
    Pixels pixels = decoder.decode(image);
    var faces = detector.detect(pixels, Search.CHOSEN_FACE);
    return switch (FaceSelection.of(faces, pixels.width(), pixels.height())) {
      case FaceSelection.None none -> Optional.empty();
      case FaceSelection.One(var face) -> Optional.of(align(pixels, face, 1));
      case FaceSelection.Several(var face, var all) -> Optional.of(align(pixels, face, all));
    };
  }

  private FoundFace align(Pixels pixels, DetectedFace face, int faces) {
    FacialLandmarks landmarks = landmarker.landmarks(pixels, face);
    return new FoundFace(pixels, face, faces, landmarks, encoder.align(pixels, landmarks));
  }

  /**
   * Takes the looks at all pictures of one request and returns what they came to, in their order.
   * Their faces are encoded together where the encoder is faster so, else each by whoever looked.
   */
  public <T> List<T> all(Workers workers, List<? extends Callable<Finding<T>>> looks) {
    int most = encoder.atOnce();
    if (most == 1) {
      return workers.all(
          looks.stream()
              .map(look -> (Callable<T>) () -> look.call().completed(this::encode))
              .toList());
    }
    List<Finding<T>> findings = workers.all(looks);
    List<Callable<List<FaceTemplate>>> runs =
        findings.stream()
            .flatMap(finding -> finding.unencoded().stream())
            .gather(Gatherers.windowFixed(most))
            .<Callable<List<FaceTemplate>>>map(faces -> () -> encoder.encode(faces))
            .toList();
    var templates = workers.all(runs).stream().flatMap(List::stream).iterator();
    return findings.stream().map(finding -> finding.completed(face -> templates.next())).toList();
  }

  private FaceTemplate encode(AlignedFace face) {
    return encoder.encode(List.of(face)).getFirst();
  }
}
