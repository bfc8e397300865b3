package io.faceservice.bootstrap.config;

import io.micronaut.context.annotation.ConfigurationProperties;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;

/**
 * {@code face.http}: how much is let in.
 *
 * @param requestsInFlight how many requests at once; those beyond are told to come back
 * @param retryAfter when
 * @param imagesPerRequest the most images in one request
 */
@ConfigurationProperties("face.http")
public record HttpConfig(
    @NotNull @Min(1) @Max(100_000) Integer requestsInFlight,
    @NotNull Duration retryAfter,
    @NotNull @Min(2) @Max(10_000) Integer imagesPerRequest) {}
