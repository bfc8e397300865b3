package io.faceservice.application.verify;

import io.faceservice.domain.biometric.FaceImage;
import io.faceservice.domain.biometric.SubjectKey;

/** Who the capture subject claims to be. */
public sealed interface Claim {

  /** Somebody who is enrolled. */
  record OfSubject(SubjectKey subject) implements Claim {}

  /** The one in this picture, for instance of an identity document. */
  record OfImage(FaceImage image) implements Claim {}
}
