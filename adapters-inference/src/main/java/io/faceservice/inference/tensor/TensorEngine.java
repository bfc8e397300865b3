package io.faceservice.inference.tensor;

import java.nio.file.Path;

/** Loads models. */
public interface TensorEngine {

  /**
   * Loads one model.
   *
   * @throws io.faceservice.application.port.BackendException if it cannot be loaded
   */
  TensorModel load(Path file);
}
