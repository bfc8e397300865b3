package io.faceservice.vectorstore.embedded;

/**
 * The loops that a search spends its time in.
 *
 * @param dot multiplies codes
 * @param bits compares bits
 */
record Kernels(Dot dot, Bits bits) {

  /** The fastest that this JVM and processor offer. */
  static Kernels fastest() {
    return new Kernels(Dot.fastest(), Bits.fastest());
  }

  /** Loops alone. */
  static Kernels plain() {
    return new Kernels(new PlainDot(), new PlainBits());
  }
}
