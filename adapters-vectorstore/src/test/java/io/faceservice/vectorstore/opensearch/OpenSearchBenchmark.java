package io.faceservice.vectorstore.opensearch;

import io.faceservice.application.port.Gallery;
import io.faceservice.domain.biometric.BiometricReference;
import io.faceservice.domain.biometric.Embedding;
import io.faceservice.domain.biometric.FaceTemplate;
import io.faceservice.domain.biometric.Source;
import io.faceservice.vectorstore.embedded.ExactGallery;
import io.faceservice.vectorstore.embedded.MadeUpFaces;
import io.faceservice.vectorstore.embedded.Memory;
import io.faceservice.vectorstore.embedded.Times;
import io.faceservice.vectorstore.opensearch.OpenSearchSettings.Effort;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Measures the gallery on OpenSearch beside the embedded one, on the same made-up faces in one run,
 * and prints a table. Arguments: the number of faces, then the numbers of candidates to try.
 */
final class OpenSearchBenchmark {
  private static final int PROBES = 200;
  private static final int LIMIT = 10;
  private static final int BATCH = 5_000;
  private static final double FALLOFF = 0.35;

  private final int faces;
  private final MadeUpFaces people = new MadeUpFaces(FALLOFF);
  private final FaceTemplate[] probes;
  private final String[] nearest;

  private OpenSearchBenchmark(int faces) {
    this.faces = faces;
    this.probes =
        IntStream.range(0, PROBES)
            .mapToObj(i -> people.probe(i * (faces / PROBES), 0))
            .toArray(FaceTemplate[]::new);
    Embedding[] all =
        IntStream.range(0, faces)
            .parallel()
            .mapToObj(person -> people.reference(person, 0).template().embedding())
            .toArray(Embedding[]::new);
    this.nearest =
        Arrays.stream(probes).parallel().map(probe -> nearest(all, probe)).toArray(String[]::new);
  }

  private String nearest(Embedding[] all, FaceTemplate probe) {
    int best =
        IntStream.range(0, faces)
            .boxed()
            .max(Comparator.comparingDouble(i -> probe.embedding().cosine(all[i])))
            .orElseThrow();
    return people.reference(best, 0).subject().value();
  }

  /** Runs the benchmark. */
  public static void main(String[] arguments) throws IOException {
    var benchmark = new OpenSearchBenchmark(Integer.parseInt(arguments[0]));
    System.out.printf(
        "%n| %,d faces | loaded a second | search p50 / p99 ms | recall@1 | memory MB |%n"
            + "|---|---|---|---|---|%n",
        benchmark.faces);
    benchmark.embedded();
    benchmark.openSearch(Arrays.stream(arguments).skip(1).map(Integer::valueOf).toList());
  }

  private void embedded() throws IOException {
    Path directory = Files.createTempDirectory("bench-embedded");
    long before = Memory.used();
    try (Gallery gallery = new ExactGallery(directory, MadeUpFaces.MODEL, MadeUpFaces.DIMENSION)) {
      gallery.prepare();
      long rate = load(gallery);
      tell("embedded", rate, gallery, Memory.used() - before);
    }
    try (var files = Files.walk(directory)) {
      files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
    }
  }

  private void openSearch(List<Integer> candidates) {
    try (var server = RealOpenSearch.start()) {
      long rate = 0;
      for (int each : candidates) {
        var settings = TestSettings.of(server.port(), "faces", new Effort(each, 0));
        try (Gallery gallery =
            new OpenSearchGallery(settings, MadeUpFaces.MODEL, MadeUpFaces.DIMENSION)) {
          gallery.prepare();
          rate = rate == 0 ? load(gallery) : rate;
          tell("OpenSearch, %d candidates".formatted(each), rate, gallery, server.memory());
        }
      }
      var exact = TestSettings.of(server.port(), "faces", new Effort(10, faces));
      try (Gallery gallery =
          new OpenSearchGallery(exact, MadeUpFaces.MODEL, MadeUpFaces.DIMENSION)) {
        gallery.prepare();
        tell("OpenSearch, every face compared", rate, gallery, server.memory());
      }
    }
  }

  /** Faces a second. */
  private long load(Gallery gallery) {
    long spent = 0;
    for (int from = 0; from < faces; from += BATCH) {
      List<BiometricReference> batch =
          IntStream.range(from, Math.min(from + BATCH, faces))
              .parallel()
              .mapToObj(person -> people.reference(person, 0))
              .toList();
      long start = System.nanoTime();
      gallery.enrolAll(batch);
      spent += System.nanoTime() - start;
    }
    return faces * 1_000_000_000L / spent;
  }

  private void tell(String engine, long rate, Gallery gallery, long memory) {
    long found =
        IntStream.range(0, PROBES).filter(i -> first(gallery, i).equals(nearest[i])).count();
    Times times = Times.alone(PROBES, i -> gallery.search(Source.DEFAULT, probes[i], LIMIT));
    System.out.printf(
        "| %s | %,d | %s | %.3f | %,d |%n",
        engine, rate, times, found / (double) PROBES, memory >> 20);
  }

  private String first(Gallery gallery, int probe) {
    return gallery
        .search(Source.DEFAULT, probes[probe], LIMIT)
        .candidates()
        .getFirst()
        .subject()
        .value();
  }
}
