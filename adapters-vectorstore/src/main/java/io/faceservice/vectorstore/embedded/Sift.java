package io.faceservice.vectorstore.embedded;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Finds the faces whose sign bits speak most for the probe, in one pass over all of them: bits that
 * differ are counted, and only of the faces where they are few are they weighed.
 */
record Sift(Faces faces, SignProbe probe, Signs signs) {
  /** Kept are the nearest by weight: this many at least, … */
  private static final int FEWEST_KEPT = 4_096;

  /** … and at least one face in so many. */
  private static final int FACES_PER_KEPT = 64;

  /** So many faces at least are weighed, as far as a sample can tell, … */
  private static final int FEWEST_WEIGHED = 20_000;

  /** … and at least one in so many. */
  private static final int FACES_PER_WEIGHED = 12;

  private static final int SAMPLE = 4_096;

  /** Lines that are fetched into the cache before they are compared: their misses overlap. */
  private static final int FETCHED_TOGETHER = 256;

  /** Keeps the nearest, by weight. */
  Sieve nearest(Crew crew) {
    int wanted = Math.max(FEWEST_KEPT, faces.size() / FACES_PER_KEPT);
    int radius = radius(crew.own().distances());
    var next = new AtomicInteger();
    crew.together(
        workspace -> {
          workspace.sieve().reset(probe.greatest(), wanted);
          for (int b = next.getAndIncrement(); b < faces.blocks(); b = next.getAndIncrement()) {
            sift(b, radius, workspace);
          }
        });
    Sieve sieve = crew.own().sieve();
    sieve.merge(crew.helpers().stream().map(Workspace::sieve).toList());
    return sieve;
  }

  private void sift(int block, int radius, Workspace workspace) {
    MemorySegment memory = faces.block(block).signs();
    short[] distances = workspace.distances();
    int[] lines = workspace.lines();
    int count = faces.inBlock(block);
    int near = 0;
    for (int from = 0; from < count; from += FETCHED_TOGETHER) {
      int to = Math.min(from + FETCHED_TOGETHER, count);
      fetch(memory, from, to);
      signs.distances(memory, from, to, probe, distances);
      for (int line = from; line < to; line++) {
        if (distances[line] <= radius) {
          lines[near++] = line;
        }
      }
    }
    signs.weigh(memory, lines, near, probe, distances);
    workspace.sieve().offer(block * Faces.BLOCK, lines, distances, near);
  }

  /** Touches each cache line; the sum keeps the compiler from leaving that out. */
  private void fetch(MemorySegment memory, int from, int to) {
    long start = (long) from * faces.layout().signBytes();
    long half = (long) (to - from) * faces.layout().signBytes() / 2;
    long touched = 0;
    for (long at = start; at < start + half; at += Layout.CACHE_LINE) {
      touched |= memory.get(ValueLayout.JAVA_BYTE, at);
      touched |= memory.get(ValueLayout.JAVA_BYTE, at + half);
    }
    if (touched == Integer.MIN_VALUE) {
      throw new IllegalStateException("an or of bytes is a byte");
    }
  }

  /**
   * The distance within which as many faces lie as are to be weighed, by a sample of all blocks.
   */
  private int radius(short[] distances) {
    int each = Math.ceilDiv(SAMPLE, faces.blocks());
    int[] counts = new int[faces.layout().signWords() * Long.SIZE + 1];
    int sampled = 0;
    for (int block = 0; block < faces.blocks(); block++) {
      int count = Math.min(each, faces.inBlock(block));
      signs.distances(faces.block(block).signs(), 0, count, probe, distances);
      for (int line = 0; line < count; line++) {
        counts[distances[line]]++;
      }
      sampled += count;
    }
    int weighed = Math.max(FEWEST_WEIGHED, faces.size() / FACES_PER_WEIGHED);
    double wanted = (double) sampled * weighed / faces.size();
    int radius = 0;
    for (double within = counts[0]; within < wanted && radius < counts.length - 1; ) {
      within += counts[++radius];
    }
    return radius;
  }
}
