package io.faceservice.vectorstore.embedded;

/** The signs of many faces, dimension by dimension, so that 64 faces are counted at a time. */
final class SignTable {
  private final int faces;
  private final long[][] bits;

  SignTable(int faces, int dimension) {
    this.faces = faces;
    bits = new long[dimension][Math.ceilDiv(faces, Long.SIZE)];
  }

  void set(int face, int dimension, boolean positive) {
    bits[dimension][face / Long.SIZE] |= (positive ? 1L : 0L) << face;
  }

  /** The mean product of the signs, +1 or −1, of each two dimensions. */
  double[][] correlations() {
    double[][] correlations = new double[bits.length][bits.length];
    for (int one = 0; one < bits.length; one++) {
      for (int other = 0; other <= one; other++) {
        double product = 1 - 2.0 * differing(bits[one], bits[other]) / faces;
        correlations[one][other] = product;
        correlations[other][one] = product;
      }
    }
    return correlations;
  }

  private static int differing(long[] one, long[] other) {
    int count = 0;
    for (int word = 0; word < one.length; word++) {
      count += Long.bitCount(one[word] ^ other[word]);
    }
    return count;
  }
}
