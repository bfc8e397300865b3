package io.faceservice.application.port.enrolment;

import io.faceservice.domain.biometric.Source;

/**
 * How many are enrolled in a source.
 *
 * @param subjects people, at least 1
 * @param references their reference faces, at least as many
 */
public record SourceCount(Source source, long subjects, long references) {}
