package io.faceservice.vectorstore.embedded;

/**
 * Positions of faces, taken out best bound first: a binary heap over an array that is reused from
 * search to search. For one thread at a time.
 */
final class Shortlist {
  /** Bounds are kept as 2 − bound in steps of 2⁻²⁸, rounded so that no face looks worse. */
  private static final double STEPS = 1 << 28;

  private static final double HIGHEST = 2;

  /** Bound in the high half, best lowest; position in the low half. */
  private long[] entries = new long[1024];

  private int size;

  /** Makes room for so many faces and returns the array to write their positions into. */
  long[] room(int faces) {
    if (entries.length < faces) {
      entries = new long[Math.max(faces, entries.length + (entries.length >> 1))];
    }
    size = faces;
    return entries;
  }

  int size() {
    return size;
  }

  int position(int index) {
    return (int) entries[index];
  }

  /** Notes a face's bound: its cosine is not above it. */
  void bound(int index, double bound) {
    long steps = (long) Math.max(0, (HIGHEST - bound) * STEPS);
    entries[index] = (Math.min(steps, Integer.MAX_VALUE) << Integer.SIZE) | position(index);
  }

  /** Puts the best first; call it once, when all bounds are noted. */
  void order() {
    for (int parent = size / 2 - 1; parent >= 0; parent--) {
      sink(parent);
    }
  }

  /** The best bound of those not taken out yet. */
  double bestBound() {
    return HIGHEST - (entries[0] >>> Integer.SIZE) / STEPS;
  }

  /** Takes out the position with the best bound. */
  int takeBest() {
    int best = position(0);
    entries[0] = entries[--size];
    sink(0);
    return best;
  }

  private void sink(int from) {
    int parent = from;
    long entry = entries[parent];
    for (int child = 2 * parent + 1; child < size; child = 2 * parent + 1) {
      if (child + 1 < size && entries[child + 1] < entries[child]) {
        child++;
      }
      if (entries[child] >= entry) {
        break;
      }
      entries[parent] = entries[child];
      parent = child;
    }
    entries[parent] = entry;
  }
}
