package io.faceservice.bootstrap.config;

import io.micronaut.context.annotation.ConfigurationProperties;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

/**
 * {@code face.input}: how large an image may be.
 *
 * @param maxBytes encoded, in bytes
 * @param maxPixels decoded, width times height
 */
@ConfigurationProperties("face.input")
public record InputConfig(
    @Min(1024) @Max(268_435_456) int maxBytes, @Min(1024) @Max(400_000_000) long maxPixels) {}
