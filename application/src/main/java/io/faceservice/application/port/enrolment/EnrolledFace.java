package io.faceservice.application.port.enrolment;

import io.faceservice.domain.biometric.BiometricReference;
import io.faceservice.domain.biometric.ReferenceKey;
import java.time.Instant;

/**
 * One version of an enrolled reference face, without its images.
 *
 * @param reference the face as it is searched
 * @param version counts the enrolments of this face, from 1; a number is never given twice while
 *     the face is enrolled
 * @param enrolledAt when the service enrolled this version, to the millisecond
 */
public record EnrolledFace(BiometricReference reference, int version, Instant enrolledAt) {

  /** Whose face it is, and which of them. */
  public ReferenceKey key() {
    return reference.key();
  }
}
