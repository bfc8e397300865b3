package io.faceservice.application.liveness;

import io.faceservice.application.acquire.Acquisition.Acquired;
import io.faceservice.application.acquire.Acquisition.NotAcquired;
import io.faceservice.application.acquire.Capture;
import io.faceservice.application.acquire.FaceAcquisition;
import io.faceservice.application.liveness.Sighting.Examined;
import io.faceservice.application.liveness.Sighting.Seen;
import io.faceservice.application.port.PresentationAttackDetector;
import io.faceservice.domain.biometric.FaceImage;
import io.faceservice.domain.liveness.FrameFingerprint;
import java.util.Optional;

/**
 * From a picture to what decisions about it need: its template, and on request its signs of life.
 * Safe for use by many threads.
 *
 * <p>Both methods throw {@link io.faceservice.domain.biometric.InvalidInputException} for what is
 * no picture and {@link io.faceservice.application.port.BackendException} when inference fails, and
 * return empty for a picture without a face.
 */
public final class FaceExamination {
  private final FaceAcquisition acquisition;
  private final PresentationAttackDetector attacks;

  public FaceExamination(FaceAcquisition acquisition, PresentationAttackDetector attacks) {
    this.acquisition = acquisition;
    this.attacks = attacks;
  }

  /** Looks at a picture that is only to be compared. */
  public Optional<Sighting> see(FaceImage image) {
    return switch (acquisition.acquire(image)) {
      case NotAcquired none -> Optional.empty();
      case Acquired face -> Optional.of(new Seen(face.template(), Capture.of(face)));
    };
  }

  /** Looks at a picture that has to prove life besides. */
  public Optional<Sighting> examine(FaceImage image) {
    return switch (acquisition.acquire(image)) {
      case NotAcquired none -> Optional.empty();
      case Acquired face ->
          Optional.of(
              new Examined(
                  face.template(),
                  Capture.of(face),
                  attacks.score(face.pixels(), face.face()),
                  FrameFingerprint.of(face.pixels())));
    };
  }
}
