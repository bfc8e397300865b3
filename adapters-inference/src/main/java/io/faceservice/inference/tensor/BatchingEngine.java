package io.faceservice.inference.tensor;

import io.faceservice.application.port.Health;
import java.nio.file.Path;
import java.time.Duration;

/** Batches the models of another engine that are described as taking several pictures. */
public final class BatchingEngine implements TensorEngine {
  /** How many pictures share one run at most. */
  private static final int MOST = 32;

  private final TensorEngine engine;
  private final Duration window;

  /**
   * @param window how long a picture waits for others
   */
  public BatchingEngine(TensorEngine engine, Duration window) {
    this.engine = engine;
    this.window = window;
  }

  @Override
  public TensorModel load(Path file, TensorSignature signature) {
    TensorModel model = engine.load(file, signature);
    boolean several =
        signature.inputs().stream()
            .allMatch(in -> !in.shape().isEmpty() && in.shape().getFirst() == TensorSpec.FREE);
    return several ? new BatchingTensorModel(model, window, MOST) : model;
  }

  /** Whoever lets requests share runs lets the pictures of one share them too. */
  @Override
  public boolean fasterTogether() {
    return true;
  }

  @Override
  public Health check() {
    return engine.check();
  }

  @Override
  public void close() {
    engine.close();
  }
}
