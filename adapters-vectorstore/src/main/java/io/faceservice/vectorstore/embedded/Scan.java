package io.faceservice.vectorstore.embedded;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * From faces to a shortlist with bounds: the face with the highest cosine is the one with the
 * highest bound, or a later one's bound is below its cosine. Nothing is lost here.
 */
final class Scan {
  /** Faces up to which every code is multiplied: about a millisecond. */
  static final int EXHAUSTIVE = 20_000;

  /** Faces from which a second thread is worth waking. */
  private static final int LARGE = 50_000;

  /** Codes that lie apart are fetched into the cache together: their cache misses overlap. */
  private static final int FETCHED_TOGETHER = 32;

  /** Codes a thread takes at once. */
  private static final int SLICE = 512;

  /** Unit vectors are so within 1e-4 (Embedding), and floating point rounds: the bounds' margin. */
  private static final double MARGIN = 1.0002;

  private static final double ROUNDING = 1e-6;

  private final Faces faces;
  private final Code probe;
  private final Dot dot;
  private final Crew crew;

  Scan(Faces faces, Code probe, Dot dot, Crew crew) {
    this.faces = faces;
    this.probe = probe;
    this.dot = dot;
    this.crew = crew;
  }

  static boolean isLarge(int faces) {
    return faces >= LARGE;
  }

  /** Puts every face on the shortlist of the crew's own workspace. */
  Shortlist all() {
    Shortlist shortlist = crew.own().shortlist();
    long[] entries = shortlist.room(faces.size());
    for (int position = 0; position < faces.size(); position++) {
      entries[position] = position;
    }
    return bounded(shortlist);
  }

  /** Puts those on it that a sieve kept. */
  Shortlist some(Sieve sieve) {
    Shortlist shortlist = crew.own().shortlist();
    sieve.positions(shortlist.room(sieve.size()));
    return bounded(shortlist);
  }

  private Shortlist bounded(Shortlist shortlist) {
    if (shortlist.size() <= SLICE) {
      bound(shortlist, 0, shortlist.size());
    } else {
      var next = new AtomicInteger();
      crew.together(
          workspace -> {
            int from = next.getAndAdd(SLICE);
            for (; from < shortlist.size(); from = next.getAndAdd(SLICE)) {
              bound(shortlist, from, Math.min(from + SLICE, shortlist.size()));
            }
          });
    }
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
      for (int at = 0; at < rowBytes; at += Layout.CACHE_LINE) {
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
    double cosine = scale * probe.scale() * dot.product(rows, row, probe);
    return cosine + MARGIN * (probe.residual() * (1 + lost) + lost) + ROUNDING;
  }
}
