package io.faceservice.vectorstore.embedded;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Finds the faces whose bits speak most for the probe, in one pass over all of them: signs are
 * weighed of all, and sizes only of those that are near by their signs.
 */
record Sift(Faces faces, BitProbe probe, Bits bits) {
  /** Kept are the nearest by signs and sizes: this many at least, … */
  private static final int FEWEST_KEPT = 1_024;

  /** … and at least one face in so many. */
  private static final int FACES_PER_KEPT = 512;

  /** The sizes of so many faces at least are looked at, as far as a sample can tell, … */
  private static final int FEWEST_NEAR = 4_000;

  /** … and of at least one in so many. */
  private static final int FACES_PER_NEAR = 40;

  private static final int SAMPLE = 2_048;

  /** Keeps the nearest. */
  Sieve nearest(Crew crew) {
    int wanted = Math.max(FEWEST_KEPT, faces.size() / FACES_PER_KEPT);
    int radius = radius();
    var next = new AtomicInteger();
    crew.together(
        workspace -> {
          workspace.sieve().reset(Bits.farthest(probe), wanted);
          for (int b = next.getAndIncrement(); b < faces.blocks(); b = next.getAndIncrement()) {
            sift(b, radius, workspace);
          }
        });
    Sieve sieve = crew.own().sieve();
    sieve.merge(crew.helpers().stream().map(Workspace::sieve).toList());
    return sieve;
  }

  private void sift(int index, int radius, Workspace workspace) {
    Block block = faces.block(index);
    int count = faces.inBlock(index);
    int[] lines = workspace.lines();
    short[] distances = workspace.distances();
    fetch(block.signs(), count);
    int near = bits.within(radius, block.signs(), count, probe, lines);
    fetch(block.sizes(), lines, near);
    bits.weigh(block.signs(), block.sizes(), lines, near, probe, distances);
    workspace.sieve().offer(index * Faces.BLOCK, lines, distances, near);
  }

  /**
   * Touches the first lines, in two streams, so that their cache misses overlap: a loop with less
   * work in it does that better than the weighing one. The sum keeps the compiler from leaving it
   * out.
   */
  private void fetch(MemorySegment memory, int count) {
    long half = (long) count * faces.layout().lineBytes() / 2;
    int touched = 0;
    for (long at = 0; at < half; at += Layout.CACHE_LINE) {
      touched |= memory.get(ValueLayout.JAVA_BYTE, at);
      touched |= memory.get(ValueLayout.JAVA_BYTE, at + half);
    }
    check(touched);
  }

  private void fetch(MemorySegment memory, int[] lines, int count) {
    long stride = faces.layout().lineBytes();
    int touched = 0;
    for (int i = 0; i < count; i++) {
      touched |= memory.get(ValueLayout.JAVA_BYTE, lines[i] * stride);
    }
    check(touched);
  }

  private static void check(int touched) {
    if (touched == Integer.MIN_VALUE) {
      throw new IllegalStateException("an or of bytes is a byte");
    }
  }

  /** The weight within which as many faces lie as are to be near, by a sample of all blocks. */
  private int radius() {
    int each = Math.ceilDiv(SAMPLE, faces.blocks());
    int[] counts = new int[probe.greatestCoarse() + 1];
    int sampled = 0;
    for (int index = 0; index < faces.blocks(); index++) {
      MemorySegment signs = faces.block(index).signs();
      int count = Math.min(each, faces.inBlock(index));
      for (int line = 0; line < count; line++) {
        counts[probe.coarseWeight(signs, (long) line * faces.layout().lineBytes())]++;
      }
      sampled += count;
    }
    int near = Math.max(FEWEST_NEAR, faces.size() / FACES_PER_NEAR);
    double wanted = (double) sampled * near / faces.size();
    int radius = 0;
    for (double within = counts[0]; within < wanted && radius < counts.length - 1; ) {
      within += counts[++radius];
    }
    return radius;
  }
}
