package io.faceservice.inference.tensor;

import java.util.Map;

/** One way to run a model: named tensors in, named tensors out. Safe for many threads. */
@FunctionalInterface
public interface TensorRun {

  /**
   * Runs the model once.
   *
   * @param inputs one tensor for each of the model's inputs
   * @return the described outputs by name, finite all of them
   * @throws io.faceservice.application.port.BackendException if the engine fails, or its answer is
   *     not as described
   */
  Map<String, Tensor> run(Map<String, Tensor> inputs);
}
