package io.faceservice.application.verify;

import io.faceservice.application.compare.Comparison;
import io.faceservice.domain.biometric.SubjectKey;

/** What became of a claim. */
public sealed interface Verification {

  /** The probe was compared with the claimed identity. */
  record Checked(Comparison comparison) implements Verification {}

  /** Nobody is enrolled under the claimed identifier. */
  record NotEnrolled(SubjectKey subject) implements Verification {}
}
