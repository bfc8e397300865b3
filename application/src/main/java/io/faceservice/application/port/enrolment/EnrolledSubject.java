package io.faceservice.application.port.enrolment;

import io.faceservice.domain.biometric.SubjectKey;
import java.time.Instant;

/**
 * An enrolled person, summed up.
 *
 * @param references how many reference faces are enrolled, at least 1
 * @param lastEnrolledAt when the latest of their current versions was enrolled
 */
public record EnrolledSubject(SubjectKey key, int references, Instant lastEnrolledAt) {}
