package io.faceservice.inference;

import io.faceservice.application.port.BackendException;
import io.faceservice.application.port.BackendException.Kind;
import io.faceservice.application.port.FaceLandmarker;
import io.faceservice.domain.biometric.DetectedFace;
import io.faceservice.domain.biometric.FacialLandmarks;
import io.faceservice.domain.biometric.FacialLandmarks.Scheme;
import io.faceservice.domain.biometric.Pixels;

/** Passes on the five keypoints that the detector gave, for packs without a landmark model. */
final class KeypointLandmarker implements FaceLandmarker {

  @Override
  public FacialLandmarks landmarks(Pixels pixels, DetectedFace face) {
    if (face.keypoints().isEmpty()) {
      throw new BackendException(
          Kind.CORRUPT,
          "inference",
          "the pack has no landmark model and its detector no keypoints");
    }
    return new FacialLandmarks(Scheme.FIVE, face.keypoints());
  }
}
