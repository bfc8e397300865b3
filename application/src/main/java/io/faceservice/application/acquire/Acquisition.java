package io.faceservice.application.acquire;

import io.faceservice.domain.biometric.FaceTemplate;

/** What became of an image: a template, or none (a failure to acquire). */
public sealed interface Acquisition {

  /** A face was found and encoded. */
  record Acquired(FoundFace found, FaceTemplate template) implements Acquisition {}

  /** There is no face in the image. */
  record NotAcquired() implements Acquisition {}
}
