package io.faceservice.vectorstore.embedded;

import io.faceservice.domain.biometric.BiometricReference;
import io.faceservice.domain.biometric.FaceTemplate;
import io.faceservice.domain.biometric.Source;
import io.faceservice.domain.search.Candidate;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Measures {@link ExactGallery} beside naive float search and prints a table. Arguments: numbers of
 * faces, and before them {@code falloff=…} for how the faces are spread ({@link MadeUpFaces}).
 */
final class GalleryBenchmark {
  private static final int LIMIT = 10;
  private static final int PROBES = 200;
  private static final int NAIVE_PROBES = 25;
  private static final int CALLERS = 8;

  private final int faces;
  private final MadeUpFaces people;
  private final Path directory;
  private final Map<String, String> table = new LinkedHashMap<>();

  private GalleryBenchmark(int faces, MadeUpFaces people, Path directory) {
    this.faces = faces;
    this.people = people;
    this.directory = directory;
  }

  /** Runs the benchmark for each number of faces. */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    double falloff = 0.35;
    for (String argument : arguments) {
      if (argument.startsWith("falloff=")) {
        falloff = Double.parseDouble(argument.substring("falloff=".length()));
        continue;
      }
      Path directory = Files.createTempDirectory("bench-gallery");
      var benchmark =
          new GalleryBenchmark(Integer.parseInt(argument), new MadeUpFaces(falloff), directory);
      try {
        benchmark.run();
      } finally {
        delete(directory);
      }
      System.out.printf("%n| %,d faces, fall-off %.2f | |%n|---|---|%n", benchmark.faces, falloff);
      benchmark.table.forEach((what, value) -> System.out.printf("| %s | %s |%n", what, value));
    }
  }

  private static void delete(Path directory) throws IOException {
    try (var files = Files.list(directory)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }
    Files.delete(directory);
  }

  private ExactGallery gallery(int threads) {
    var gallery =
        new ExactGallery(
            directory, MadeUpFaces.MODEL, MadeUpFaces.DIMENSION, Kernels.fastest(), threads);
    gallery.prepare();
    return gallery;
  }

  private void run() throws IOException, InterruptedException {
    int processors = Runtime.getRuntime().availableProcessors();
    long before = Memory.used();
    try (ExactGallery gallery = gallery(1)) {
      load(gallery);
      table.put("resident bytes a face", "%d".formatted((Memory.used() - before) / faces));
      compare("", gallery, new int[faces]);
    }
    reopen();
    try (ExactGallery gallery = gallery(processors)) {
      FaceTemplate[] probes = probes(new int[faces]);
      table.put(
          "one query alone, %d threads: p50 / p99 ms".formatted(processors),
          Times.alone(PROBES, i -> search(gallery, probes[i])).toString());
      together(gallery, probes);
      compare(", 20 % replaced, 20 % removed", gallery, change(gallery));
    }
  }

  private void load(ExactGallery gallery) {
    long spent = 0;
    long processor = 0;
    var threads = ManagementFactory.getThreadMXBean();
    int batch = 1_000;
    for (int from = 0; from < faces; from += batch) {
      List<BiometricReference> references =
          IntStream.range(from, Math.min(from + batch, faces))
              .parallel()
              .mapToObj(person -> people.reference(person, 0))
              .toList();
      long start = System.nanoTime();
      long startProcessor = threads.getCurrentThreadCpuTime();
      gallery.enrolAll(references);
      processor += threads.getCurrentThreadCpuTime() - startProcessor;
      spent += System.nanoTime() - start;
    }
    table.put("loaded faces/s", "%,.0f".formatted(faces / (spent / 1e9)));
    table.put("… by processor time", "%,.0f".formatted(faces / (processor / 1e9)));
  }

  private void reopen() {
    long start = System.nanoTime();
    try (ExactGallery gallery = gallery(1)) {
      table.put("time to open, s", "%.2f".formatted((System.nanoTime() - start) / 1e9));
      gallery.check();
    }
  }

  /** Replaces a fifth of the people and removes another; returns generations, −1 for removed. */
  private int[] change(ExactGallery gallery) {
    int[] generations = new int[faces];
    List<BiometricReference> replaced = new ArrayList<>();
    for (int person = 0; person < faces; person++) {
      if (person % 5 == 3) {
        generations[person] = 1;
        replaced.add(people.reference(person, 1));
      } else if (person % 5 == 1) {
        generations[person] = -1;
        gallery.remove(people.reference(person, 0).key());
      }
      if (replaced.size() == 1_000 || person == faces - 1) {
        gallery.enrolAll(replaced);
        replaced.clear();
      }
    }
    return generations;
  }

  private void together(ExactGallery gallery, FaceTemplate[] probes) throws InterruptedException {
    int each = PROBES / CALLERS;
    long start = System.nanoTime();
    Times times = Times.together(CALLERS, each, i -> search(gallery, probes[i]));
    double seconds = (System.nanoTime() - start) / 1e9;
    table.put(
        CALLERS + " queries at once: p50 / p99 ms (queries/s)",
        "%s (%,.0f)".formatted(times, CALLERS * each / seconds));
  }

  /** Records are people's numbers: the file is filled in order, and replaced in place. */
  private void compare(String when, ExactGallery gallery, int[] generations) throws IOException {
    FaceTemplate[] probes = probes(generations);
    try (var naive = new FloatScan(directory.resolve("vectors.f32"), faces)) {
      List<List<FloatScan.Found>> exact = new ArrayList<>();
      Times times =
          Times.once(PROBES, i -> exact.add(naive.search(probes[i].embedding().toArray(), LIMIT)));
      var recall = new Recall();
      for (int i = 0; i < PROBES; i++) {
        recall.count(search(gallery, probes[i]), exact.get(i));
      }
      recall.tell(when, table);
      table.put("naive float search, one thread: p50 / p99 ms" + when, times.toString());
      table.put(
          "… its processor time: p50 ms" + when,
          "%.2f"
              .formatted(
                  Times.processor(
                      NAIVE_PROBES, i -> naive.search(probes[i].embedding().toArray(), LIMIT))));
    }
    table.put(
        "one query alone, %s: p50 / p99 ms".formatted(when.isEmpty() ? "one thread" : "all threads")
            + when,
        Times.alone(PROBES, i -> search(gallery, probes[i])).toString());
    table.put(
        "… processor time of its own thread: p50 ms" + when,
        "%.2f".formatted(Times.processor(PROBES, i -> search(gallery, probes[i]))));
  }

  /** The step is odd and no multiple of five, so that probes meet the changed and the others. */
  private FaceTemplate[] probes(int[] generations) {
    int step = Math.max(1, faces / PROBES - 1) | 1;
    return IntStream.iterate(0, person -> person < faces, person -> person + step)
        .map(person -> generations[person] < 0 ? person + 1 : person)
        .limit(PROBES)
        .mapToObj(person -> people.probe(person, generations[person]))
        .toArray(FaceTemplate[]::new);
  }

  private static List<Candidate> search(ExactGallery gallery, FaceTemplate probe) {
    return gallery.search(Source.DEFAULT, probe, LIMIT).candidates();
  }
}
