package io.faceservice.vectorstore.embedded;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * From all faces of a partition to a shortlist with bounds: the face with the highest cosine is the
 * one with the highest bound, or a later one's bound is below its cosine.
 *
 * <p>Up to {@link #EXHAUSTIVE} faces all are on the shortlist. Of more, those nearest by sign bits:
 * what they leave out is the only loss of the gallery, and it is measured (ADR 7).
 */
final class Scan {
  /** Faces up to which every code is multiplied: about a millisecond. */
  static final int EXHAUSTIVE = 20_000;

  /** Of more, the nearest by sign bits are multiplied: this many at least, … */
  private static final int FEWEST_SURVIVORS = 4_096;

  /** … and at least one face in so many. */
  private static final int FACES_PER_SURVIVOR = 64;

  /** Faces from which a second thread is worth waking. */
  private static final int LARGE = 50_000;

  /** Codes that lie apart are fetched into the cache together: their cache misses overlap. */
  private static final int FETCHED_TOGETHER = 32;

  private static final int CACHE_LINE = 64;

  /** Codes a thread takes at once. */
  private static final int SLICE = 512;

  /** Unit vectors are so within 1e-4 (Embedding), and floating point rounds: the bounds' margin. */
  private static final double MARGIN = 1.0002;

  private static final double ROUNDING = 1e-6;

  private final Faces faces;
  private final Code probe;
  private final Dot dot;

  Scan(Faces faces, Code probe, Dot dot) {
    this.faces = faces;
    this.probe = probe;
    this.dot = dot;
  }

  static boolean isLarge(int faces) {
    return faces >= LARGE;
  }

  /** Puts every face on the shortlist of the crew's own workspace. */
  Shortlist all(Crew crew) {
    Shortlist shortlist = crew.own().shortlist();
    long[] entries = shortlist.room(faces.size());
    for (int position = 0; position < faces.size(); position++) {
      entries[position] = position;
    }
    return bounded(shortlist, crew);
  }

  /** Puts the nearest by sign bits on it. */
  Shortlist nearest(long[] signs, Crew crew) {
    int wanted = Math.max(FEWEST_SURVIVORS, faces.size() / FACES_PER_SURVIVOR);
    var next = new AtomicInteger();
    crew.together(
        workspace -> {
          workspace.sieve().reset(signs.length * Long.SIZE, wanted);
          for (int b = next.getAndIncrement(); b < faces.blocks(); b = next.getAndIncrement()) {
            int count = faces.inBlock(b);
            Signs.distances(faces.block(b).signs(), count, signs, workspace.distances());
            workspace.sieve().offer(b * Faces.BLOCK, workspace.distances(), count);
          }
        });
    Sieve sieve = crew.own().sieve();
    sieve.merge(crew.helpers().stream().map(Workspace::sieve).toList());
    Shortlist shortlist = crew.own().shortlist();
    sieve.positions(shortlist.room(sieve.size()));
    return bounded(shortlist, crew);
  }

  private Shortlist bounded(Shortlist shortlist, Crew crew) {
    var next = new AtomicInteger();
    crew.together(
        workspace -> {
          int from = next.getAndAdd(SLICE);
          for (; from < shortlist.size(); from = next.getAndAdd(SLICE)) {
            bound(shortlist, from, Math.min(from + SLICE, shortlist.size()));
          }
        });
    shortlist.order();
    return shortlist;
  }

  private void bound(Shortlist shortlist, int from, int to) {
    for (int start = from; start < to; start += FETCHED_TOGETHER) {
      int end = Math.min(start + FETCHED_TOGETHER, to);
      if (shortlist.size() < faces.size()) {
        fetch(shortlist, start, end);
      }
      for (int i = start; i < end; i++) {
        shortlist.bound(i, bound(shortlist.position(i)));
      }
    }
  }

  /** Touches each cache line of the codes; the sum keeps the compiler from leaving that out. */
  private void fetch(Shortlist shortlist, int from, int to) {
    int rowBytes = faces.layout().rowBytes();
    int touched = 0;
    for (int i = from; i < to; i++) {
      MemorySegment rows = faces.rows(shortlist.position(i));
      long row = faces.row(shortlist.position(i));
      for (int at = 0; at < rowBytes; at += CACHE_LINE) {
        touched |= rows.get(ValueLayout.JAVA_BYTE, row + at);
      }
    }
    if (touched == Integer.MIN_VALUE) {
      throw new IllegalStateException("an or of bytes is a byte");
    }
  }

  /**
   * The highest cosine that probe and face can have, by their codes. With p = p′ + r and x = x′ + s
   * (codes and residuals), p·x = p′·x′ + r·x′ + p·s, and by Cauchy and Schwarz the last two are at
   * most |r|(1 + |s|) + |s|.
   */
  private double bound(int position) {
    MemorySegment rows = faces.rows(position);
    long row = faces.row(position);
    Layout layout = faces.layout();
    double scale = rows.get(ValueLayout.JAVA_FLOAT_UNALIGNED, row + layout.scaleOffset());
    double lost = rows.get(ValueLayout.JAVA_FLOAT_UNALIGNED, row + layout.residualOffset());
    double cosine = scale * probe.scale() * dot.product(rows, row, probe.steps());
    return cosine + MARGIN * (probe.residual() * (1 + lost) + lost) + ROUNDING;
  }
}
