package io.faceservice.vectorstore.embedded;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/**
 * A probe as faces' bits are compared with it: its own signs, and how much each dimension weighs. A
 * face that differs where the probe is far from the mean is farther than one that differs where it
 * is near: weights are the sizes of the probe's values, in two bits for all faces and in three for
 * those that are near by these. Not to be changed.
 */
final class BitProbe {
  /** Values beyond so many root mean squares weigh as that: few are, and the others gain. */
  private static final double COARSE_CLIPPED_AT = 2.2;

  private static final double FINE_CLIPPED_AT = 2.6;
  private static final int COARSE_PLANES = 2;
  private static final int FINE_PLANES = 3;

  private final long[] signs;
  private final long[][] coarse;
  private final long[][] fine;
  private final int greatest;

  /** Of a probe less the mean. */
  BitProbe(float[] centred, Layout layout) {
    double size = rootMeanSquare(centred);
    signs = FaceBits.above(centred, 0, layout);
    int[] levels = levels(centred, size * COARSE_CLIPPED_AT, (1 << COARSE_PLANES) - 1);
    coarse = planes(levels, COARSE_PLANES, layout);
    int[] fineLevels = levels(centred, size * FINE_CLIPPED_AT, (1 << FINE_PLANES) - 1);
    fine = planes(fineLevels, FINE_PLANES, layout);
    int sum = 0;
    for (int level : fineLevels) {
      sum += level;
    }
    greatest = sum;
  }

  /** Never zero, so that it can be divided by. */
  static double rootMeanSquare(float[] values) {
    double squares = Double.MIN_NORMAL;
    for (float value : values) {
      squares += (double) value * value;
    }
    return Math.sqrt(squares / values.length);
  }

  private static int[] levels(float[] values, double clippedAt, int greatest) {
    double step = clippedAt / greatest;
    int[] levels = new int[values.length];
    for (int i = 0; i < values.length; i++) {
      levels[i] = (int) Math.min(greatest, Math.round(Math.abs(values[i]) / step));
    }
    return levels;
  }

  private static long[][] planes(int[] levels, int count, Layout layout) {
    long[][] planes = new long[count][layout.lineWords()];
    for (int i = 0; i < levels.length; i++) {
      for (int plane = 0; plane < count; plane++) {
        planes[plane][i / Long.SIZE] |= ((levels[i] >>> plane) & 1L) << i;
      }
    }
    return planes;
  }

  long[] signs() {
    return signs;
  }

  /** The bits that are set where a coarse weight has this bit. */
  long[] coarse(int bit) {
    return coarse[bit];
  }

  /** The bits that are set where a fine weight has this bit. */
  long[] fine(int bit) {
    return fine[bit];
  }

  /** The sum of all fine weights. */
  int greatest() {
    return greatest;
  }

  /** The coarse weight of a face that differs everywhere, at most. */
  int greatestCoarse() {
    return signs.length * Long.SIZE * ((1 << COARSE_PLANES) - 1);
  }

  /** The coarse weight of the signs in which one line differs. */
  int coarseWeight(MemorySegment memory, long line) {
    int ones = 0;
    int twos = 0;
    for (int word = 0; word < signs.length; word++) {
      long at = line + (long) word * Long.BYTES;
      long differing = memory.get(ValueLayout.JAVA_LONG_UNALIGNED, at) ^ signs[word];
      ones += Long.bitCount(differing & coarse[0][word]);
      twos += Long.bitCount(differing & coarse[1][word]);
    }
    return ones + 2 * twos;
  }
}
