package io.faceservice.application.port;

import io.faceservice.domain.biometric.DetectedFace;
import io.faceservice.domain.biometric.FacialLandmarks;
import io.faceservice.domain.biometric.Pixels;

/** Finds eyes, nose and mouth of a detected face. Safe for use by many threads. */
public interface FaceLandmarker {

  /**
   * Returns the face's landmarks, in pixels of the picture.
   *
   * @throws BackendException if inference fails
   */
  FacialLandmarks landmarks(Pixels pixels, DetectedFace face);
}
