package io.faceservice.vectorstore.embedded;

/**
 * A probe as sign bits are compared with it: its own signs, and how much each weighs. A face that
 * differs where the probe is far from the mean is farther than one that differs where it is near:
 * weights are the sizes of the probe's values, in three bits, one plane each.
 */
final class SignProbe {
  private static final int PLANES = 3;
  private static final int GREATEST_LEVEL = (1 << PLANES) - 1;

  /** Values beyond so many root mean squares weigh as that: few are, and the others gain. */
  private static final double CLIPPED_AT = 2.6;

  private final long[] signs;
  private final long[][] planes;
  private final int greatest;

  /** Of a probe less the mean. */
  SignProbe(float[] centred, Layout layout) {
    signs = new long[layout.signWords()];
    planes = new long[PLANES][signs.length];
    double step = step(centred);
    int levels = 0;
    for (int i = 0; i < centred.length; i++) {
      int level = (int) Math.min(GREATEST_LEVEL, Math.round(Math.abs(centred[i]) / step));
      levels += level;
      signs[i / Long.SIZE] |= (centred[i] > 0 ? 1L : 0L) << i;
      for (int plane = 0; plane < PLANES; plane++) {
        planes[plane][i / Long.SIZE] |= ((level >>> plane) & 1L) << i;
      }
    }
    greatest = levels;
  }

  private static double step(float[] values) {
    double squares = Double.MIN_NORMAL;
    for (float value : values) {
      squares += (double) value * value;
    }
    return CLIPPED_AT * Math.sqrt(squares / values.length) / GREATEST_LEVEL;
  }

  long[] signs() {
    return signs;
  }

  /** The bits that are set where the size of a value has this bit. */
  long[] plane(int bit) {
    return planes[bit];
  }

  /** The weight of a face that differs in every bit. */
  int greatest() {
    return greatest;
  }
}
