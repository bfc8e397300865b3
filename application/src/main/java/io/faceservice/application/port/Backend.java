package io.faceservice.application.port;

/**
 * A port that holds resources. It leads one life: built without input or output, prepared once,
 * checked often, closed last.
 */
public interface Backend extends AutoCloseable {

  /**
   * Connects, makes or verifies the schema, warms up. A second call does nothing.
   *
   * @throws BackendException if the back end cannot serve now
   */
  void prepare();

  /** Whether the back end could serve a call right now. Never throws. */
  Health check();

  /** Lets go of all resources; idempotent. A call after it throws {@link BackendException}. */
  @Override
  void close();
}
