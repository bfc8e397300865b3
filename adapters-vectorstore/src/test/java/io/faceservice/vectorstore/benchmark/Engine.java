package io.faceservice.vectorstore.benchmark;

import io.faceservice.application.port.Gallery;
import io.faceservice.domain.biometric.ModelId;
import java.io.IOException;
import java.util.OptionalInt;

/** What a gallery searches on, started for the sake of measuring it. */
public interface Engine extends AutoCloseable {
  String name();

  /**
   * A gallery on it, not yet prepared; all of them are over the same faces.
   *
   * @param candidates asked of the engine's graph; the program's default if there are none
   */
  Gallery gallery(ModelId model, int dimension, OptionalInt candidates);

  /** Whether the number of candidates means anything to it. */
  boolean hasGraph();

  /**
   * Has it do at once what it does with so many faces in its own time, as searches find it later.
   */
  default void settle(int faces) {}

  /** What memory it takes now, or has taken since it was started if it lives in this process. */
  Resident memory() throws IOException;

  @Override
  void close();
}
