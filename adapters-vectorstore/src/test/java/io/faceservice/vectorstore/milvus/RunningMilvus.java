package io.faceservice.vectorstore.milvus;

import io.faceservice.application.port.Gallery;
import io.faceservice.domain.biometric.ModelId;

/** A standalone server of one's own, for measurements from elsewhere. */
public final class RunningMilvus implements AutoCloseable {
  private final MilvusProcess server = new StandaloneMilvus(false);
  private final MilvusUnderTest milvus = MilvusUnderTest.on(server);

  /** Starts it and waits until it serves. */
  public RunningMilvus() {
    server.start();
  }

  /** A gallery on it, not yet prepared; of one server all are the same one. */
  public Gallery gallery(ModelId model, int dimension) {
    return milvus.gallery(model, dimension);
  }

  /** The server's process, to see what memory it takes. */
  public long pid() {
    return server.pid();
  }

  @Override
  public void close() {
    server.close();
  }
}
