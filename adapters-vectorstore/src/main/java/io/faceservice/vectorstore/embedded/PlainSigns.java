package io.faceservice.vectorstore.embedded;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/** Sign bits compared by loops, eight words at a time. */
final class PlainSigns implements Signs {
  private static final ValueLayout.OfLong WORD = ValueLayout.JAVA_LONG_UNALIGNED;

  @Override
  public void distances(
      MemorySegment memory, int from, int to, SignProbe probe, short[] distances) {
    long[] signs = probe.signs();
    first(memory, from, to, signs, distances);
    for (int word = Layout.WORDS_AT_ONCE; word < signs.length; word++) {
      for (int line = from; line < to; line++) {
        long at = ((long) line * signs.length + word) * Long.BYTES;
        distances[line] += (short) Long.bitCount(memory.get(WORD, at) ^ signs[word]);
      }
    }
  }

  private static void first(
      MemorySegment memory, int from, int to, long[] signs, short[] distances) {
    long p0 = signs[0];
    long p1 = signs[1];
    long p2 = signs[2];
    long p3 = signs[3];
    long p4 = signs[4];
    long p5 = signs[5];
    long p6 = signs[6];
    long p7 = signs[7];
    long stride = (long) signs.length * Long.BYTES;
    long at = from * stride;
    for (int line = from; line < to; line++) {
      int low =
          Long.bitCount(memory.get(WORD, at) ^ p0)
              + Long.bitCount(memory.get(WORD, at + 8) ^ p1)
              + Long.bitCount(memory.get(WORD, at + 16) ^ p2)
              + Long.bitCount(memory.get(WORD, at + 24) ^ p3);
      int high =
          Long.bitCount(memory.get(WORD, at + 32) ^ p4)
              + Long.bitCount(memory.get(WORD, at + 40) ^ p5)
              + Long.bitCount(memory.get(WORD, at + 48) ^ p6)
              + Long.bitCount(memory.get(WORD, at + 56) ^ p7);
      distances[line] = (short) (low + high);
      at += stride;
    }
  }

  @Override
  public void weigh(
      MemorySegment memory, int[] lines, int count, SignProbe probe, short[] weights) {
    long[] signs = probe.signs();
    long[] ones = probe.plane(0);
    long[] twos = probe.plane(1);
    long[] fours = probe.plane(2);
    for (int i = 0; i < count; i++) {
      long at = (long) lines[i] * signs.length * Long.BYTES;
      int one = 0;
      int two = 0;
      int four = 0;
      for (int word = 0; word < signs.length; word++) {
        long differing = memory.get(WORD, at + (long) word * Long.BYTES) ^ signs[word];
        one += Long.bitCount(differing & ones[word]);
        two += Long.bitCount(differing & twos[word]);
        four += Long.bitCount(differing & fours[word]);
      }
      weights[i] = (short) (one + 2 * two + 4 * four);
    }
  }
}
