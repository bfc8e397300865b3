package io.faceservice.vectorstore.opensearch;

import io.faceservice.application.port.Gallery;
import io.faceservice.domain.biometric.ModelId;
import io.faceservice.vectorstore.benchmark.Engine;
import io.faceservice.vectorstore.benchmark.Resident;
import io.faceservice.vectorstore.opensearch.OpenSearchSettings.Effort;
import java.util.OptionalInt;

/** OpenSearch on this machine, with the program's defaults. */
public final class OpenSearchEngine implements Engine {
  private final RealOpenSearch server = RealOpenSearch.start();

  @Override
  public String name() {
    return "OpenSearch";
  }

  @Override
  public Gallery gallery(ModelId model, int dimension, OptionalInt candidates) {
    Effort effort =
        candidates.isPresent() ? new Effort(candidates.getAsInt(), 0) : TestSettings.EFFORT;
    return new OpenSearchGallery(TestSettings.of(server.port(), "faces", effort), model, dimension);
  }

  @Override
  public boolean hasGraph() {
    return true;
  }

  /** All segments, and so all graphs, become one. */
  @Override
  public void settle(int faces) {
    new RawRequests(server.port()).send("POST", "/faces-*/_forcemerge?max_num_segments=1", "");
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
