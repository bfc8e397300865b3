package io.faceservice.vectorstore.embedded;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/** The naive exact search: the probe times every vector of a file, with wide vectors. */
public final class FloatScan implements AutoCloseable {
  private static final VectorSpecies<Float> WIDE = FloatVector.SPECIES_PREFERRED;

  private final Arena arena = Arena.ofShared();
  private final MemorySegment vectors;
  private final int count;

  /** A record's number and cosine. */
  public record Found(int record, double cosine) {}

  /** Over a file of so many vectors, little-endian. */
  public FloatScan(Path file, int count) throws IOException {
    this.count = count;
    try (var channel = FileChannel.open(file)) {
      vectors = channel.map(MapMode.READ_ONLY, 0, channel.size(), arena);
    }
  }

  /** The nearest records, best first. */
  public List<Found> search(float[] probe, int limit) {
    var worstFirst = new PriorityQueue<Found>(Comparator.comparingDouble(Found::cosine));
    for (int record = 0; record < count; record++) {
      double cosine = dot(probe, (long) record * probe.length * Float.BYTES);
      if (worstFirst.size() < limit || cosine > worstFirst.element().cosine()) {
        worstFirst.add(new Found(record, cosine));
        if (worstFirst.size() > limit) {
          worstFirst.remove();
        }
      }
    }
    return worstFirst.stream()
        .sorted(Comparator.comparingDouble(Found::cosine).reversed())
        .toList();
  }

  private double dot(float[] probe, long at) {
    FloatVector one = FloatVector.zero(WIDE);
    FloatVector other = FloatVector.zero(WIDE);
    for (int i = 0; i < probe.length; i += 2 * WIDE.length()) {
      int next = i + WIDE.length();
      one = vector(at, i).fma(FloatVector.fromArray(WIDE, probe, i), one);
      other = vector(at, next).fma(FloatVector.fromArray(WIDE, probe, next), other);
    }
    return one.add(other).reduceLanes(VectorOperators.ADD);
  }

  private FloatVector vector(long at, int i) {
    return FloatVector.fromMemorySegment(
        WIDE, vectors, at + (long) i * Float.BYTES, ByteOrder.LITTLE_ENDIAN);
  }

  @Override
  public void close() {
    arena.close();
  }
}
