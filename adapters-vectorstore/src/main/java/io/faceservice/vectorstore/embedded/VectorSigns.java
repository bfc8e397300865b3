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
 * Sign bits compared with the Vector API. The counts of four lines fit beside each other in the
 * quarters of a lane, so that lanes are added up once for four lines.
 */
final class VectorSigns implements Signs {
  private static final VectorSpecies<Long> WORDS = LongVector.SPECIES_512;
  private static final int LINES = 4;
  private static final int LINE_BITS = Long.SIZE / LINES;

  static boolean isFast() {
    return LongVector.SPECIES_PREFERRED.vectorBitSize() >= WORDS.vectorBitSize();
  }

  @Override
  public void distances(
      MemorySegment memory, int from, int to, SignProbe probe, short[] distances) {
    long[] signs = probe.signs();
    LongVector first = LongVector.fromArray(WORDS, signs, 0);
    long stride = (long) signs.length * Long.BYTES;
    int line = from;
    for (; line <= to - LINES; line += LINES) {
      long at = line * stride;
      LongVector counts = differing(memory, at, first);
      counts = counts.add(differing(memory, at + stride, first).lanewise(LSHL, LINE_BITS));
      counts = counts.add(differing(memory, at + 2 * stride, first).lanewise(LSHL, 2 * LINE_BITS));
      counts = counts.add(differing(memory, at + 3 * stride, first).lanewise(LSHL, 3 * LINE_BITS));
      spread(counts.reduceLanes(ADD), distances, line);
    }
    for (; line < to; line++) {
      distances[line] = (short) differing(memory, line * stride, first).reduceLanes(ADD);
    }
    rest(memory, from, to, signs, distances);
  }

  /** Adds what lines of more than eight words differ in behind those. */
  private static void rest(
      MemorySegment memory, int from, int to, long[] signs, short[] distances) {
    for (int word = WORDS.length(); word < signs.length; word += WORDS.length()) {
      LongVector some = LongVector.fromArray(WORDS, signs, word);
      for (int line = from; line < to; line++) {
        long at = ((long) line * signs.length + word) * Long.BYTES;
        distances[line] += (short) differing(memory, at, some).reduceLanes(ADD);
      }
    }
  }

  private static LongVector differing(MemorySegment memory, long at, LongVector signs) {
    return words(memory, at).lanewise(XOR, signs).lanewise(BIT_COUNT);
  }

  private static LongVector words(MemorySegment memory, long at) {
    return LongVector.fromMemorySegment(WORDS, memory, at, ByteOrder.nativeOrder());
  }

  private static void spread(long counts, short[] distances, int line) {
    distances[line] = (short) counts;
    distances[line + 1] = (short) (counts >>> LINE_BITS);
    distances[line + 2] = (short) (counts >>> (2 * LINE_BITS));
    distances[line + 3] = (short) (counts >>> (3 * LINE_BITS));
  }

  @Override
  public void weigh(
      MemorySegment memory, int[] lines, int count, SignProbe probe, short[] weights) {
    long[] signs = probe.signs();
    for (int word = 0; word < signs.length; word += WORDS.length()) {
      LongVector some = LongVector.fromArray(WORDS, signs, word);
      LongVector ones = LongVector.fromArray(WORDS, probe.plane(0), word);
      LongVector twos = LongVector.fromArray(WORDS, probe.plane(1), word);
      LongVector fours = LongVector.fromArray(WORDS, probe.plane(2), word);
      for (int i = 0; i < count; i++) {
        long at = ((long) lines[i] * signs.length + word) * Long.BYTES;
        LongVector differing = words(memory, at).lanewise(XOR, some);
        LongVector sum = differing.and(ones).lanewise(BIT_COUNT);
        sum = sum.add(differing.and(twos).lanewise(BIT_COUNT).lanewise(LSHL, 1));
        sum = sum.add(differing.and(fours).lanewise(BIT_COUNT).lanewise(LSHL, 2));
        weights[i] = (short) ((word == 0 ? 0 : weights[i]) + sum.reduceLanes(ADD));
      }
    }
  }
}
