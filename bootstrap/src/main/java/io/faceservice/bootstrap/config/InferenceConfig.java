package io.faceservice.bootstrap.config;

import io.micronaut.context.annotation.ConfigurationProperties;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;

/**
 * {@code face.inference}: which models answer, and on what.
 *
 * @param adapter the engine
 * @param pack name or folder of the model pack
 * @param workers images worked on at once; 0 for as many as there are cores
 */
@ConfigurationProperties("face.inference")
public record InferenceConfig(
    @NotNull Adapter adapter, @NotBlank String pack, @Min(0) @Max(1024) int workers) {

  /** The engines there are. */
  public enum Adapter {
    ONNX
  }

  /** How many images are worked on at once, at least 1. */
  public int workersOrCores() {
    return workers == 0 ? Runtime.getRuntime().availableProcessors() : workers;
  }

  /**
   * {@code face.inference.onnx}.
   *
   * @param threads of one run of a model
   */
  @ConfigurationProperties("onnx")
  public record OnnxConfig(@Min(1) @Max(1024) int threads) {}
}
