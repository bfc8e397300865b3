package io.faceservice.vectorstore.embedded;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/** Bits compared by loops. */
final class PlainBits implements Bits {
  private static final ValueLayout.OfLong WORD = ValueLayout.JAVA_LONG_UNALIGNED;

  @Override
  public int within(int radius, MemorySegment signs, int count, BitProbe probe, int[] lines) {
    long stride = (long) probe.signs().length * Long.BYTES;
    int found = 0;
    for (int line = 0; line < count; line++) {
      lines[found] = line;
      found += probe.coarseWeight(signs, line * stride) <= radius ? 1 : 0;
    }
    return found;
  }

  @Override
  public void weigh(
      MemorySegment signs,
      MemorySegment sizes,
      int[] lines,
      int count,
      BitProbe probe,
      short[] distances) {
    for (int i = 0; i < count; i++) {
      distances[i] = distance(signs, sizes, lines[i], probe);
    }
  }

  private static short distance(
      MemorySegment signs, MemorySegment sizes, int line, BitProbe probe) {
    long[] own = probe.signs();
    long[] ones = probe.fine(0);
    long[] twos = probe.fine(1);
    long[] fours = probe.fine(2);
    long at = (long) line * own.length * Long.BYTES;
    int differing = 0;
    int far = 0;
    int farAgreeing = 0;
    for (int word = 0; word < own.length; word++, at += Long.BYTES) {
      long differ = signs.get(WORD, at) ^ own[word];
      long size = sizes.get(WORD, at);
      differing += weight(differ, ones[word], twos[word], fours[word]);
      far += weight(differ & size, ones[word], twos[word], fours[word]);
      farAgreeing += weight(~differ & size, ones[word], twos[word], fours[word]);
    }
    return Bits.distance(differing, far, farAgreeing, probe);
  }

  private static int weight(long bits, long ones, long twos, long fours) {
    return Long.bitCount(bits & ones)
        + 2 * Long.bitCount(bits & twos)
        + 4 * Long.bitCount(bits & fours);
  }
}
