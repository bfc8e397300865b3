package io.faceservice.bootstrap.config;

import io.micronaut.context.annotation.ConfigurationProperties;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;

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
    ONNX,
    TFSERVING
  }

  /** How many images are worked on at once, at least 1. */
  public int workersOrCores() {
    return workers == 0 ? Runtime.getRuntime().availableProcessors() : workers;
  }

  /**
   * {@code face.inference.onnx}.
   *
   * @param threads of one run of a model
   * @param device {@code cpu}, {@code cuda}, {@code cuda:N} or {@code auto}
   * @param batchWindow how long a picture waits for others to share a run with; 0 for not at all
   * @param cudaOptions of the CUDA provider, {@code name=value} with commas between them
   * @param tensorrtOptions of the TensorRT provider, which is used if there are any
   */
  @ConfigurationProperties("onnx")
  public record OnnxConfig(
      @Min(1) @Max(1024) int threads,
      @NotBlank String device,
      @NotNull Duration batchWindow,
      @NotNull String cudaOptions,
      @NotNull String tensorrtOptions) {}

  /**
   * {@code face.inference.tfserving}.
   *
   * @param target a gRPC target, or addresses with commas between them
   * @param deadline of one answer, retries included
   * @param batchWindow as of {@link OnnxConfig}
   * @param versions which version of which model: {@code latest}, numbers or labels
   * @param watch how often the served models are looked at again
   * @param keepAlive how often a connection in use is tried
   * @param maxMessageBytes the largest answer
   * @param tls whether the connection is encrypted
   * @param trusted a PEM file of authorities; empty for the machine's own
   */
  @ConfigurationProperties("tfserving")
  public record TfServingConfig(
      @NotBlank String target,
      @NotNull Duration deadline,
      @NotNull Duration batchWindow,
      @NotBlank String versions,
      @NotNull Duration watch,
      @NotNull Duration keepAlive,
      @Min(1) int maxMessageBytes,
      boolean tls,
      @NotNull String trusted) {}
}
