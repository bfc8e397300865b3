package io.faceservice.vectorstore.embedded;

import static jdk.incubator.vector.VectorOperators.ADD;
import static jdk.incubator.vector.VectorOperators.BIT_COUNT;
import static jdk.incubator.vector.VectorOperators.LSHL;
import static jdk.incubator.vector.VectorOperators.XOR;

import java.lang.foreign.MemorySegment;
import java.nio.ByteOrder;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * Bits compared with the Vector API, in lines of eight words; longer ones are left to loops. Loops
 * are kept this small because the compiler stops inlining, and then is twenty times slower.
 */
final class VectorBits implements Bits {
  private static final VectorSpecies<Long> WORDS = LongVector.SPECIES_512;

  /** The weights of four lines fit beside each other in the quarters of a lane. */
  private static final int LINES = 4;

  private static final int WEIGHT_BITS = Long.SIZE / LINES;
  private static final long CACHE_LINE = Layout.CACHE_LINE;
  private static final int SECOND = 2 * WEIGHT_BITS;
  private static final int THIRD = 3 * WEIGHT_BITS;
  private static final long EACH = 0x0001_0001_0001_0001L;
  private static final long TOP_BITS = 0x8000_8000_8000_8000L;

  private final Bits loops = new PlainBits();

  static boolean isFast() {
    return LongVector.SPECIES_PREFERRED.vectorBitSize() >= WORDS.vectorBitSize();
  }

  @Override
  public int within(int radius, MemorySegment signs, int count, BitProbe probe, int[] lines) {
    if (probe.signs().length != WORDS.length()) {
      return loops.within(radius, signs, count, probe, lines);
    }
    int whole = count / LINES * LINES;
    int found = withinWhole(radius, signs, whole, probe, lines);
    for (int line = whole; line < count; line++) {
      if (probe.coarseWeight(signs, (long) line * WORDS.vectorByteSize()) <= radius) {
        lines[found++] = line;
      }
    }
    return found;
  }

  /** A weight and what is missing to make the radius 2¹⁵ − 1 has its top bit where it is above. */
  private static int withinWhole(
      int radius, MemorySegment memory, int count, BitProbe probe, int[] lines) {
    LongVector signs = LongVector.fromArray(WORDS, probe.signs(), 0);
    LongVector ones = LongVector.fromArray(WORDS, probe.coarse(0), 0);
    LongVector twos = LongVector.fromArray(WORDS, probe.coarse(1), 0);
    long missing = (Short.MAX_VALUE - Math.min(radius, Short.MAX_VALUE)) * EACH;
    int found = 0;
    for (int line = 0; line < count; line += LINES) {
      long at = (long) line * CACHE_LINE;
      LongVector four =
          coarse(memory, at, signs, ones, twos)
              .add(shifted(coarse(memory, at + CACHE_LINE, signs, ones, twos), WEIGHT_BITS))
              .add(shifted(coarse(memory, at + 2 * CACHE_LINE, signs, ones, twos), SECOND))
              .add(shifted(coarse(memory, at + 3 * CACHE_LINE, signs, ones, twos), THIRD));
      long near = ~(four.reduceLanes(ADD) + missing) & TOP_BITS;
      for (; near != 0; near &= near - 1) {
        lines[found++] = line + Long.numberOfTrailingZeros(near) / WEIGHT_BITS;
      }
    }
    return found;
  }

  private static LongVector coarse(
      MemorySegment memory, long at, LongVector signs, LongVector ones, LongVector twos) {
    LongVector differing = words(memory, at).lanewise(XOR, signs);
    LongVector high = differing.and(twos).lanewise(BIT_COUNT);
    return differing.and(ones).lanewise(BIT_COUNT).add(high).add(high);
  }

  @Override
  public void weigh(
      MemorySegment signs,
      MemorySegment sizes,
      int[] lines,
      int count,
      BitProbe probe,
      short[] distances) {
    if (probe.signs().length != WORDS.length()) {
      loops.weigh(signs, sizes, lines, count, probe, distances);
      return;
    }
    LongVector own = LongVector.fromArray(WORDS, probe.signs(), 0);
    LongVector ones = LongVector.fromArray(WORDS, probe.fine(0), 0);
    LongVector twos = LongVector.fromArray(WORDS, probe.fine(1), 0);
    LongVector fours = LongVector.fromArray(WORDS, probe.fine(2), 0);
    for (int i = 0; i < count; i++) {
      long at = lines[i] * CACHE_LINE;
      LongVector differing = words(signs, at).lanewise(XOR, own);
      LongVector size = words(sizes, at);
      LongVector far = weight(differing.and(size), ones, twos, fours);
      LongVector agreeing = weight(size, ones, twos, fours).sub(far);
      // three sums in one: none of them reaches 2¹⁶
      LongVector all =
          weight(differing, ones, twos, fours)
              .add(shifted(far, WEIGHT_BITS))
              .add(shifted(agreeing, SECOND));
      long sums = all.reduceLanes(ADD);
      distances[i] =
          Bits.distance(
              (int) sums & 0xffff,
              (int) (sums >>> WEIGHT_BITS) & 0xffff,
              (int) (sums >>> SECOND),
              probe);
    }
  }

  private static LongVector weight(
      LongVector bits, LongVector ones, LongVector twos, LongVector fours) {
    LongVector high = bits.and(fours).lanewise(BIT_COUNT);
    LongVector middle = bits.and(twos).lanewise(BIT_COUNT).add(high).add(high);
    return bits.and(ones).lanewise(BIT_COUNT).add(middle).add(middle);
  }

  private static LongVector shifted(LongVector lanes, int bits) {
    return lanes.lanewise(LSHL, bits);
  }

  private static LongVector words(MemorySegment memory, long at) {
    return LongVector.fromMemorySegment(WORDS, memory, at, ByteOrder.nativeOrder());
  }
}
