package io.faceservice.vectorstore.opensearch;

import io.faceservice.vectorstore.opensearch.OpenSearchSettings.Effort;
import io.faceservice.vectorstore.opensearch.OpenSearchSettings.Patience;
import io.faceservice.vectorstore.opensearch.OpenSearchSettings.Server;
import io.faceservice.vectorstore.opensearch.OpenSearchSettings.Shape;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** Settings for galleries of tests, as the program has them but for a server of one node. */
final class TestSettings {
  static final Effort EFFORT = new Effort(5_000, 100_000);

  /** Long, for a machine that has other things to do. */
  static final Patience PATIENT =
      new Patience(Duration.ofSeconds(5), Duration.ofSeconds(30), Duration.ofMinutes(2));

  private static final Shape SHAPE = new Shape(1, 0, 32, 400);
  private static final AtomicInteger INDICES = new AtomicInteger();

  private TestSettings() {}

  /** A name that no other test of this server has. */
  static String freshIndex() {
    return "test-" + INDICES.incrementAndGet();
  }

  static OpenSearchSettings of(int port, String index) {
    return of(port, index, PATIENT);
  }

  static OpenSearchSettings of(URI url, String index) {
    return new OpenSearchSettings(server(url), index, SHAPE, EFFORT, PATIENT);
  }

  static OpenSearchSettings of(int port, String index, Patience patience) {
    return new OpenSearchSettings(server(port), index, SHAPE, EFFORT, patience);
  }

  static OpenSearchSettings of(int port, String index, Effort effort) {
    return new OpenSearchSettings(server(port), index, SHAPE, effort, PATIENT);
  }

  private static Server server(int port) {
    return server(URI.create("http://127.0.0.1:" + port));
  }

  private static Server server(URI url) {
    return new Server(List.of(url), Optional.empty(), Optional.empty());
  }
}
