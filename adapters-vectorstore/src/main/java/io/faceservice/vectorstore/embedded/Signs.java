package io.faceservice.vectorstore.embedded;

import java.lang.foreign.MemorySegment;

/**
 * Compares lines of sign bits with a probe. Implementations agree to the bit, and are stateless.
 */
interface Signs {

  /**
   * Counts the bits in which lines differ from the probe's signs.
   *
   * @param from the first line; the distance of a line is written at its number
   */
  void distances(MemorySegment memory, int from, int to, SignProbe probe, short[] distances);

  /**
   * Adds up the weights of the bits in which lines differ from the probe's signs.
   *
   * @param lines numbers of the first {@code count} lines to weigh
   * @param weights takes the results, in the order of the numbers
   */
  void weigh(MemorySegment memory, int[] lines, int count, SignProbe probe, short[] weights);

  /**
   * Wide vectors where they are 512 bits wide, which count bits in one step; narrower ones measured
   * no faster than loops.
   */
  static Signs fastest() {
    boolean present = ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent();
    return present && VectorSigns.isFast() ? new VectorSigns() : new PlainSigns();
  }
}
