package io.faceservice.application.evaluate;

import io.faceservice.domain.biometric.FaceImage;

/** Where the images of labelled pairs come from. Called by many threads at a time. */
@FunctionalInterface
public interface ImageSource {

  /**
   * Reads an image.
   *
   * @throws io.faceservice.domain.biometric.InvalidInputException if it cannot be read; this is
   *     counted as a failure to acquire
   */
  FaceImage read(ImageName name);
}
