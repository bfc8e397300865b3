package io.faceservice.application.port.enrolment;

import io.faceservice.domain.biometric.BiometricReference;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * One enrolment of one reference face, to be recorded.
 *
 * @param reference whose face it is, its template, and what the caller said of its making
 * @param evidence what the template was made of
 * @param enrolledAt when the service enrolled it; cut to the millisecond
 */
public record Enrolment(BiometricReference reference, Evidence evidence, Instant enrolledAt) {
  public Enrolment {
    enrolledAt = enrolledAt.truncatedTo(ChronoUnit.MILLIS);
  }
}
