package io.faceservice.http.admission;

import java.time.Duration;

/**
 * How many requests may be in flight.
 *
 * @param requests at once
 * @param retryAfter when to come back, for those beyond
 */
public record AdmissionLimit(int requests, Duration retryAfter) {}
