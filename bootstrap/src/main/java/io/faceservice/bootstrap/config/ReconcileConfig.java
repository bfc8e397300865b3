package io.faceservice.bootstrap.config;

import io.micronaut.context.annotation.ConfigurationProperties;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;

/**
 * {@code face.reconcile}: changes that a failing back end interrupted.
 *
 * @param every how often they are settled while the service runs
 */
@ConfigurationProperties("face.reconcile")
public record ReconcileConfig(@NotNull Duration every) {}
