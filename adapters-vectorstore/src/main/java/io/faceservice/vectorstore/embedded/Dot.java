package io.faceservice.vectorstore.embedded;

import java.lang.foreign.MemorySegment;

/** The inner product of two codes. Implementations agree to the bit, and are stateless. */
interface Dot {

  /**
   * Multiplies a code in memory with one at hand.
   *
   * @param row where the code's bytes begin in the memory
   * @param steps −127 to 127, a multiple of 32 of them
   */
  int product(MemorySegment memory, long row, short[] steps);

  /** The fastest that this JVM offers: wide vectors where their module was added, else loops. */
  static Dot fastest() {
    return ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent()
        ? new VectorDot()
        : new PlainDot();
  }
}
