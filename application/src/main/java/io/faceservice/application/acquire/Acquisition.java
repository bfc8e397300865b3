package io.faceservice.application.acquire;

import io.faceservice.domain.biometric.DetectedFace;
import io.faceservice.domain.biometric.FaceTemplate;
import io.faceservice.domain.biometric.FacialLandmarks;
import io.faceservice.domain.biometric.Pixels;

/** What became of an image: a template, or none (a failure to acquire). */
public sealed interface Acquisition {

  /**
   * A face was found and encoded.
   *
   * @param pixels the decoded image
   * @param face the face the image speaks for
   * @param faces how many faces were found
   */
  record Acquired(
      Pixels pixels, DetectedFace face, int faces, FacialLandmarks landmarks, FaceTemplate template)
      implements Acquisition {}

  /** There is no face in the image. */
  record NotAcquired() implements Acquisition {}
}
