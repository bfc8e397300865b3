package io.faceservice.vectorstore.embedded;

/**
 * The loops that a search spends its time in.
 *
 * @param dot multiplies 8-bit codes
 * @param signs compares sign bits
 */
record Kernels(Dot dot, Signs signs) {

  /** The fastest that this JVM and processor offer. */
  static Kernels fastest() {
    return new Kernels(Dot.fastest(), Signs.fastest());
  }

  /** Loops alone. */
  static Kernels plain() {
    return new Kernels(new PlainDot(), new PlainSigns());
  }
}
