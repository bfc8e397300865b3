package io.faceservice.vectorstore.milvus;

import io.faceservice.application.port.Gallery;
import io.faceservice.domain.biometric.ModelId;
import io.faceservice.vectorstore.benchmark.Engine;
import io.faceservice.vectorstore.benchmark.Resident;
import java.time.Duration;
import java.util.OptionalInt;
import java.util.concurrent.locks.LockSupport;

/** Milvus on this machine, with the program's defaults. */
public final class MilvusEngine implements Engine {
  private static final Duration INDEXING = Duration.ofMinutes(30);

  private final String name;
  private final boolean indexesLater;
  private final MilvusProcess server;
  private final MilvusUnderTest milvus;

  private MilvusEngine(String name, boolean indexesLater, MilvusProcess server) {
    this.name = name;
    this.indexesLater = indexesLater;
    this.server = server.start();
    this.milvus = MilvusUnderTest.on(server);
  }

  /** The small engine in Python. */
  public static MilvusEngine lite() {
    return new MilvusEngine("Milvus Lite", false, new LiteMilvus());
  }

  /** The server as it is deployed, in one process. */
  public static MilvusEngine standalone() {
    return new MilvusEngine("Milvus", true, new StandaloneMilvus(false));
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public Gallery gallery(ModelId model, int dimension, OptionalInt candidates) {
    MilvusSearch usual = MilvusUnderTest.SEARCH;
    int number = candidates.orElse(usual.candidates());
    var search = new MilvusSearch(number, Math.max(number, usual.effort()), usual.exhaustive());
    return milvus.gallery(model, dimension, search);
  }

  @Override
  public boolean hasGraph() {
    return true;
  }

  /** What was written is compared in full until it is indexed. */
  @Override
  public void settle(int faces) {
    if (!indexesLater) {
      return;
    }
    milvus.flush();
    long until = System.nanoTime() + INDEXING.toNanos();
    while (milvus.indexed() < faces) {
      if (System.nanoTime() > until) {
        throw new IllegalStateException("Milvus does not come to an end with its index");
      }
      LockSupport.parkNanos(Duration.ofMillis(200).toNanos());
    }
  }

  @Override
  public Resident memory() {
    return Resident.of(server.handle());
  }

  @Override
  public void close() {
    server.close();
  }
}
