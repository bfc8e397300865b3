package io.faceservice.inference.tensor;

import io.faceservice.application.port.Health;
import java.nio.file.Path;

/** Runs models. */
public interface TensorEngine extends AutoCloseable {

  /**
   * Makes a model ready to be prepared.
   *
   * @param file the model's file; an engine elsewhere knows the model by the file's name without
   *     its ending
   * @param signature what the model is to take and give
   * @throws io.faceservice.application.port.BackendException if it cannot be loaded
   */
  TensorModel load(Path file, TensorSignature signature);

  /** Whether several pictures are faster in one run than in runs side by side. */
  boolean fasterTogether();

  /** Whether the engine could run a model right now. Never throws. */
  Health check();

  /** Lets go of what its models share, and closes none of them; idempotent. */
  @Override
  void close();
}
