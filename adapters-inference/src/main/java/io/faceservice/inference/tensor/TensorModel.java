package io.faceservice.inference.tensor;

import java.util.function.Consumer;

/** A model that an engine runs. Safe for many threads. */
public interface TensorModel extends TensorRun, AutoCloseable {

  /**
   * Sees that the model is there and takes and gives what its description says. A second call does
   * nothing, and a run that comes first prepares too.
   *
   * @throws io.faceservice.application.port.BackendException of kind {@code CORRUPT}, naming the
   *     tensor, if it differs from the description; of another kind if the engine fails
   */
  void prepare();

  /**
   * Has each revision of the model checked before any of its answers is given: the check may run
   * that revision alone, and when it throws, so do {@link #prepare} and {@link #run}. Told before
   * either is called.
   */
  void checkRevisions(Consumer<TensorRun> check);

  /**
   * Looks at the model again, as {@link #prepare} did, where it may have changed under its name.
   *
   * @throws io.faceservice.application.port.BackendException as {@link #prepare}
   */
  void recheck();

  /** Whether one run takes several pictures, one after the other in the outermost dimension. */
  boolean batches();

  /** Frees what the engine holds for it; idempotent. */
  @Override
  void close();
}
