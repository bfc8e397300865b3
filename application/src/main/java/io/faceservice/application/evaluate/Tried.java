package io.faceservice.application.evaluate;

import io.faceservice.domain.biometric.FaceTemplate;

/** What became of one image of a run; its pixels are gone either way. */
sealed interface Tried {

  /** A template was made. */
  record Acquired(ImageName image, FaceTemplate template) implements Tried {}

  /** None was. */
  record Failed(FailureToAcquire failure) implements Tried {}
}
