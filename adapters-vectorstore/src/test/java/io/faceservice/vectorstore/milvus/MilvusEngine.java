package io.faceservice.vectorstore.milvus;

import io.faceservice.application.port.Gallery;
import io.faceservice.domain.biometric.ModelId;
import io.faceservice.vectorstore.benchmark.Engine;
import io.faceservice.vectorstore.benchmark.Resident;
import java.util.OptionalInt;

/** Milvus on this machine, with the program's defaults. */
public final class MilvusEngine implements Engine {
  private final String name;
  private final MilvusProcess server;
  private final MilvusUnderTest milvus;

  private MilvusEngine(String name, MilvusProcess server) {
    this.name = name;
    this.server = server.start();
    this.milvus = MilvusUnderTest.on(server);
  }

  /** The small engine in Python. */
  public static MilvusEngine lite() {
    return new MilvusEngine("Milvus Lite", new LiteMilvus());
  }

  /** The server as it is deployed, in one process. */
  public static MilvusEngine standalone() {
    return new MilvusEngine("Milvus", new StandaloneMilvus(false));
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

  @Override
  public Resident memory() {
    return Resident.of(server.handle());
  }

  @Override
  public void close() {
    server.close();
  }
}
