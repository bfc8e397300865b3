package io.faceservice.vectorstore.benchmark;

import io.faceservice.application.port.Gallery;
import io.faceservice.domain.biometric.FaceTemplate;
import io.faceservice.domain.biometric.Source;
import io.faceservice.vectorstore.embedded.MadeUpFaces;
import io.faceservice.vectorstore.embedded.Recall;
import io.faceservice.vectorstore.embedded.Times;
import io.faceservice.vectorstore.milvus.MilvusEngine;
import io.faceservice.vectorstore.opensearch.OpenSearchEngine;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * Measures the gallery on several engines, on the same made-up faces in one run, and prints a
 * table. Arguments: the number of faces; the engines, separated by commas; {@code settle} or {@code
 * as-loaded}; then the numbers of candidates to try besides the defaults, once settled.
 */
final class EnginesBenchmark {
  private static final int PROBES = 200;
  private static final int LIMIT = 10;

  private final Population population;
  private final boolean settles;

  private EnginesBenchmark(int faces, boolean settles) throws IOException {
    this.population = new Population(faces, PROBES, LIMIT);
    this.settles = settles;
  }

  /** Runs the benchmark. */
  public static void main(String[] arguments) throws IOException {
    var benchmark =
        new EnginesBenchmark(Integer.parseInt(arguments[0]), arguments[2].equals("settle"));
    int[] candidates =
        IntStream.range(3, arguments.length).map(i -> Integer.parseInt(arguments[i])).toArray();
    System.out.printf(
        "%n| %,d faces | loaded a second | search p50 / p99 ms | recall@1 | recall@10 |"
            + " memory MB: its own + pages of files |%n|---|---|---|---|---|---|%n",
        benchmark.population.size());
    for (String name : arguments[1].split(",", -1)) {
      try (Engine engine = engine(name)) {
        benchmark.measure(engine, candidates);
      }
    }
  }

  private static Engine engine(String name) throws IOException {
    return switch (name) {
      case "embedded" -> new EmbeddedEngine();
      case "opensearch" -> new OpenSearchEngine();
      case "milvus-lite" -> MilvusEngine.lite();
      case "milvus-standalone" -> MilvusEngine.standalone();
      default -> throw new IllegalArgumentException("no such engine: " + name);
    };
  }

  private void measure(Engine engine, int[] candidates) throws IOException {
    try (Gallery gallery = open(engine, OptionalInt.empty())) {
      String rate = "%,d".formatted(load(gallery));
      tell(engine.name(), rate, gallery, engine);
      if (!engine.hasGraph() || !settles) {
        return;
      }
      engine.settle(population.size());
      tell(engine.name() + ", settled", "", gallery, engine);
    }
    for (int number : candidates) {
      try (Gallery gallery = open(engine, OptionalInt.of(number))) {
        String what = "%s, settled, %,d candidates".formatted(engine.name(), number);
        tell(what, "", gallery, engine);
      }
    }
  }

  private static Gallery open(Engine engine, OptionalInt candidates) {
    Gallery gallery = engine.gallery(MadeUpFaces.MODEL, MadeUpFaces.DIMENSION, candidates);
    gallery.prepare();
    return gallery;
  }

  /** Faces a second. */
  private long load(Gallery gallery) {
    List<Long> spent = new ArrayList<>();
    population
        .batches()
        .mapToObj(population::batch)
        .forEach(batch -> spent.add(nanoseconds(() -> gallery.enrolAll(batch))));
    spent.add(nanoseconds(gallery::rebuilt));
    return population.size() * 1_000_000_000L / spent.stream().mapToLong(Long::longValue).sum();
  }

  private static long nanoseconds(Runnable call) {
    long start = System.nanoTime();
    call.run();
    return System.nanoTime() - start;
  }

  private void tell(String what, String rate, Gallery gallery, Engine engine) throws IOException {
    List<FaceTemplate> probes = population.probes();
    var recall = new Recall();
    for (int i = 0; i < probes.size(); i++) {
      recall.count(
          gallery.search(Source.DEFAULT, probes.get(i), LIMIT).candidates(), population.nearest(i));
    }
    Times times =
        Times.once(probes.size(), i -> gallery.search(Source.DEFAULT, probes.get(i), LIMIT));
    System.out.printf(
        "| %s | %s | %s | %.3f | %.4f | %s |%n",
        what, rate, times, recall.ofFirst(), recall.ofAll(), engine.memory());
  }
}
