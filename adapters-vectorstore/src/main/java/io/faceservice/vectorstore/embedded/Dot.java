package io.faceservice.vectorstore.embedded;

import java.lang.foreign.MemorySegment;

/** The inner product of two codes. Implementations agree to the bit, and are stateless. */
interface Dot {

  /**
   * Multiplies a face's code in memory with a probe's.
   *
   * @param row where the code's bytes begin in the memory
   * @param probe the code of a probe
   */
  int product(MemorySegment memory, long row, Code probe);

  /** The fastest that this JVM offers: wide vectors where their module was added, else loops. */
  static Dot fastest() {
    return ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent()
        ? new VectorDot()
        : new PlainDot();
  }
}
