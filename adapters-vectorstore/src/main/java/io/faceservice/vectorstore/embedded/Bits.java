package io.faceservice.vectorstore.embedded;

import java.lang.foreign.MemorySegment;

/**
 * Compares faces' lines of bits with a probe. Implementations agree to the bit, and are stateless.
 */
interface Bits {

  /**
   * Finds the lines whose signs differ from the probe's by no more than a weight, by coarse
   * weights.
   *
   * @param lines takes their numbers, ascending; it has room for all
   * @return how many they are
   */
  int within(int radius, MemorySegment signs, int count, BitProbe probe, int[] lines);

  /**
   * Says how far faces are by sign and size: each dimension counts by the probe's fine weight, and
   * by whether the face is far from the mean there. Best is {@code 0}.
   *
   * @param lines numbers of the first {@code count} lines to weigh
   * @param distances takes the results, in the order of the numbers
   * @see #distance
   */
  void weigh(
      MemorySegment signs,
      MemorySegment sizes,
      int[] lines,
      int count,
      BitProbe probe,
      short[] distances);

  /**
   * The distance of a face. Of normal values, those within 0.98 deviations of the mean are 0.45
   * away on average, and those beyond 1.51 (Max, "Quantizing for minimum distortion", 1960): three
   * to ten. So a dimension brings the face nearer by three or ten of its weights where the signs
   * agree, and takes it as far where they differ; from this the least possible is taken.
   *
   * @param differing the weight of all dimensions whose signs differ
   * @param far what of it, where the face is far from the mean …
   * @param farAgreeing … and the weight of those that agree there
   */
  static short distance(int differing, int far, int farAgreeing, BitProbe probe) {
    int distance = 6 * differing + 7 * (far - farAgreeing + probe.greatest());
    return (short) (distance >>> DROPPED_BITS);
  }

  /** Distances keep 16 bits with room to spare, and their last bits tell nothing. */
  int DROPPED_BITS = 3;

  /** The greatest distance that a probe can have. */
  static int farthest(BitProbe probe) {
    return ((6 + 7 + 7) * probe.greatest()) >>> DROPPED_BITS;
  }

  /**
   * Wide vectors where they are 512 bits wide, which count bits in one step; narrower ones measured
   * no faster than loops.
   */
  static Bits fastest() {
    boolean present = ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent();
    return present && VectorBits.isFast() ? new VectorBits() : new PlainBits();
  }
}
