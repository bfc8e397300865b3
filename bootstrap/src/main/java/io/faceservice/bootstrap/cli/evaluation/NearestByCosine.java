package io.faceservice.bootstrap.cli.evaluation;

import io.faceservice.domain.biometric.Embedding;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/**
 * Exact search without a gallery: each face is compared with all probes as floats, and of each
 * probe the nearest faces are kept. For one thread.
 */
final class NearestByCosine {
  private final int limit;
  private final float[][] probes;
  private final float[] sums;
  private final List<PriorityQueue<Found>> worstFirst = new ArrayList<>();

  /** A face's name and cosine. */
  record Found(String subject, float cosine) {}

  NearestByCosine(List<Embedding> probes, int limit) {
    this.limit = limit;
    this.probes = new float[probes.getFirst().dimension()][probes.size()];
    this.sums = new float[probes.size()];
    for (int probe = 0; probe < sums.length; probe++) {
      float[] values = probes.get(probe).toArray();
      for (int i = 0; i < values.length; i++) {
        this.probes[i][probe] = values[i];
      }
      worstFirst.add(new PriorityQueue<>(Comparator.comparingDouble(Found::cosine)));
    }
  }

  void offer(String subject, Embedding face) {
    float[] values = face.toArray();
    Arrays.fill(sums, 0);
    for (int i = 0; i < values.length; i++) {
      add(values[i], probes[i]);
    }
    for (int probe = 0; probe < sums.length; probe++) {
      PriorityQueue<Found> nearest = worstFirst.get(probe);
      if (nearest.size() < limit || sums[probe] > nearest.element().cosine()) {
        nearest.add(new Found(subject, sums[probe]));
        if (nearest.size() > limit) {
          nearest.remove();
        }
      }
    }
  }

  private void add(float factor, float[] values) {
    for (int i = 0; i < sums.length; i++) {
      sums[i] += factor * values[i];
    }
  }

  /** The nearest faces of a probe, best first. */
  List<Found> nearest(int probe) {
    return worstFirst.get(probe).stream()
        .sorted(Comparator.comparingDouble(Found::cosine).reversed())
        .toList();
  }
}
