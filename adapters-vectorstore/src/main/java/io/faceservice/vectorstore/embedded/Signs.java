package io.faceservice.vectorstore.embedded;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/**
 * Hamming distances between lines of sign bits. Eight words at a time in plain Java run at the
 * speed of memory; the Vector API measured no faster.
 */
final class Signs {
  private static final ValueLayout.OfLong WORD = ValueLayout.JAVA_LONG_UNALIGNED;
  private static final int STRIDE = Layout.WORDS_AT_ONCE * Long.BYTES;

  private Signs() {}

  /**
   * Measures the first {@code count} lines of a memory against a probe's.
   *
   * @param probe words, a multiple of eight
   * @param distances takes the results
   */
  static void distances(MemorySegment memory, int count, long[] probe, short[] distances) {
    first(memory, count, probe, distances);
    for (int from = Layout.WORDS_AT_ONCE; from < probe.length; from += Layout.WORDS_AT_ONCE) {
      for (int line = 0; line < count; line++) {
        long at = ((long) line * probe.length + from) * Long.BYTES;
        for (int word = 0; word < Layout.WORDS_AT_ONCE; word++) {
          long bits = memory.get(WORD, at + (long) word * Long.BYTES) ^ probe[from + word];
          distances[line] += (short) Long.bitCount(bits);
        }
      }
    }
  }

  private static void first(MemorySegment memory, int count, long[] probe, short[] distances) {
    long p0 = probe[0];
    long p1 = probe[1];
    long p2 = probe[2];
    long p3 = probe[3];
    long p4 = probe[4];
    long p5 = probe[5];
    long p6 = probe[6];
    long p7 = probe[7];
    long at = 0;
    for (int line = 0; line < count; line++) {
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
      at += (long) STRIDE * (probe.length / Layout.WORDS_AT_ONCE);
    }
  }
}
