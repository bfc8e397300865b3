package io.faceservice.vectorstore.embedded;

import java.util.Arrays;
import java.util.List;

/**
 * Keeps the nearest of the faces it is shown: all within the least radius that holds as many as
 * wanted. The radius shrinks as faces come, so that most are turned away by one comparison. For one
 * thread at a time.
 */
final class Sieve {
  private int wanted;
  private int radius;
  private int within;
  private int kept;
  private int[] counts = new int[0];

  /** Distance in the high half, position in the low half. */
  private long[] faces = new long[1024];

  /** Begins anew, for distances of 0 to {@code farthest}. */
  void reset(int farthest, int wanted) {
    if (counts.length <= farthest) {
      counts = new int[farthest + 1];
    }
    Arrays.fill(counts, 0);
    this.wanted = wanted;
    radius = farthest;
    within = 0;
    kept = 0;
  }

  /**
   * Shows {@code count} faces.
   *
   * @param lines their positions, less {@code first}
   */
  void offer(int first, int[] lines, short[] distances, int count) {
    if (faces.length < kept + count) {
      faces = Arrays.copyOf(faces, Math.max(kept + count, 2 * faces.length));
    }
    int limit = radius;
    for (int i = 0; i < count; i++) {
      int distance = distances[i];
      if (distance <= limit) {
        counts[distance]++;
        faces[kept++] = ((long) distance << Integer.SIZE) | (first + lines[i]);
        within++;
      }
    }
    tighten();
  }

  /** Takes in what others kept of other faces. */
  void merge(List<Sieve> others) {
    for (Sieve other : others) {
      radius = Math.min(radius, other.radius);
    }
    within = 0;
    for (int distance = 0; distance <= radius; distance++) {
      for (Sieve other : others) {
        counts[distance] += other.counts[distance];
      }
      within += counts[distance];
    }
    for (Sieve other : others) {
      if (faces.length < kept + other.kept) {
        faces = Arrays.copyOf(faces, kept + other.kept);
      }
      System.arraycopy(other.faces, 0, faces, kept, other.kept);
      kept += other.kept;
    }
    tighten();
  }

  /** Writes the positions of those within the radius, in no order that means anything. */
  void positions(long[] into) {
    int count = 0;
    for (int i = 0; i < kept; i++) {
      if (faces[i] >>> Integer.SIZE <= radius) {
        into[count++] = faces[i] & 0xffff_ffffL;
      }
    }
  }

  /** How many {@link #positions} writes. */
  int size() {
    return within;
  }

  private void tighten() {
    while (within - counts[radius] >= wanted) {
      within -= counts[radius--];
    }
  }
}
