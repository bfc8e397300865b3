package io.faceservice.bootstrap.config;

import io.micronaut.context.annotation.ConfigurationProperties;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;

/**
 * {@code face.guard}: what happens to calls of stores on other machines that fail.
 *
 * @param attempts how often, all in all, what is safe to repeat is tried
 * @param pause about how long to wait before the second attempt
 * @param window of how many calls in a row half must fail for the store to be left alone
 * @param rest how long it is left alone then
 * @param reopen how often a store that was down at the start is tried again
 */
@ConfigurationProperties("face.guard")
public record GuardConfig(
    @NotNull @Min(1) @Max(10) Integer attempts,
    @NotNull Duration pause,
    @NotNull @Min(1) Integer window,
    @NotNull Duration rest,
    @NotNull Duration reopen) {}
