package io.faceservice.inference.tensor;

import java.util.Map;

/** A model that an engine runs: named tensors in, named tensors out. Safe for many threads. */
public interface TensorModel extends AutoCloseable {

  /**
   * Runs the model once.
   *
   * @param inputs one tensor for each of the model's inputs
   * @return the model's outputs by name
   * @throws io.faceservice.application.port.BackendException if the engine fails
   */
  Map<String, Tensor> run(Map<String, Tensor> inputs);

  /** Frees what the engine holds for it; idempotent. */
  @Override
  void close();
}
