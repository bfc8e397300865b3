package io.faceservice.vectorstore.benchmark;

import io.faceservice.domain.biometric.BiometricReference;
import io.faceservice.domain.biometric.FaceTemplate;
import io.faceservice.vectorstore.embedded.FloatScan;
import io.faceservice.vectorstore.embedded.FloatScan.Found;
import io.faceservice.vectorstore.embedded.MadeUpFaces;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Made-up people, some of whom are looked for, and what naive float search finds for these. */
final class Population {
  private static final double FALLOFF = 0.35;
  private static final int BATCH = 5_000;

  private final int size;
  private final MadeUpFaces people = new MadeUpFaces(FALLOFF);
  private final List<FaceTemplate> probes;
  private final List<List<Found>> nearest = new ArrayList<>();

  /**
   * @param searches how many are looked for
   * @param limit how many faces are wanted of each search
   */
  Population(int size, int searches, int limit) throws IOException {
    this.size = size;
    int step = Math.max(1, size / searches);
    this.probes =
        IntStream.range(0, Math.min(size, searches))
            .mapToObj(i -> people.probe(i * step, 0))
            .toList();
    Path file = Files.createTempFile("bench-faces", ".f32");
    try {
      write(file);
      try (var scan = new FloatScan(file, size)) {
        probes.forEach(probe -> nearest.add(scan.search(probe.embedding().toArray(), limit)));
      }
    } finally {
      Files.delete(file);
    }
  }

  private void write(Path file) throws IOException {
    try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      for (int from = 0; from < size; from += BATCH) {
        List<BiometricReference> batch = batch(from);
        var bytes =
            ByteBuffer.allocate(batch.size() * MadeUpFaces.DIMENSION * Float.BYTES)
                .order(ByteOrder.LITTLE_ENDIAN);
        for (BiometricReference reference : batch) {
          float[] values = reference.template().embedding().toArray();
          bytes.asFloatBuffer().put(values);
          bytes.position(bytes.position() + values.length * Float.BYTES);
        }
        bytes.flip();
        while (bytes.hasRemaining()) {
          channel.write(bytes);
        }
      }
    }
  }

  int size() {
    return size;
  }

  /** Where each batch begins. */
  IntStream batches() {
    return IntStream.iterate(0, from -> from < size, from -> from + BATCH);
  }

  List<BiometricReference> batch(int from) {
    return IntStream.range(from, Math.min(from + BATCH, size))
        .parallel()
        .mapToObj(person -> people.reference(person, 0))
        .toList();
  }

  List<FaceTemplate> probes() {
    return probes;
  }

  /** Those nearest to a probe, by people's numbers. */
  List<Found> nearest(int probe) {
    return nearest.get(probe);
  }
}
