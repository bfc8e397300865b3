package io.faceservice.vectorstore.embedded;

/**
 * A probe as sign bits are compared with it: first its own signs, then the signs and sizes of the
 * weights with which a face's signs estimate the cosine. Sizes have three bits, one plane each.
 */
final class SignProbe {
  private static final int PLANES = 3;
  private static final int GREATEST_LEVEL = (1 << PLANES) - 1;

  /** Weights beyond so many root mean squares count as that: few are, and the others gain. */
  private static final double CLIPPED_AT = 2.6;

  private final long[] signs;
  private final long[] weightedSigns;
  private final long[][] planes;
  private final int greatest;

  /**
   * @param signs of the probe less the mean
   * @param weights for each sign of a face, +1 or −1
   */
  SignProbe(long[] signs, float[] weights) {
    this.signs = signs;
    weightedSigns = new long[signs.length];
    planes = new long[PLANES][signs.length];
    double step = step(weights);
    int levels = 0;
    for (int i = 0; i < weights.length; i++) {
      int level = (int) Math.min(GREATEST_LEVEL, Math.round(Math.abs(weights[i]) / step));
      levels += level;
      weightedSigns[i / Long.SIZE] |= (weights[i] > 0 ? 1L : 0L) << i;
      for (int plane = 0; plane < PLANES; plane++) {
        planes[plane][i / Long.SIZE] |= ((level >>> plane) & 1L) << i;
      }
    }
    greatest = levels;
  }

  private static double step(float[] weights) {
    double squares = Double.MIN_NORMAL;
    for (float weight : weights) {
      squares += (double) weight * weight;
    }
    return CLIPPED_AT * Math.sqrt(squares / weights.length) / GREATEST_LEVEL;
  }

  long[] signs() {
    return signs;
  }

  long[] weightedSigns() {
    return weightedSigns;
  }

  /** The bits that are set where the size of a weight has this bit. */
  long[] plane(int bit) {
    return planes[bit];
  }

  /** The weight of a face that differs in every bit. */
  int greatest() {
    return greatest;
  }
}
