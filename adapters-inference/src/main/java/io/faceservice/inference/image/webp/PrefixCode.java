package io.faceservice.inference.image.webp;

import io.faceservice.inference.image.container.Unreadable;
import java.util.Arrays;

/**
 * A canonical prefix code (RFC 9649, section 3.7.2.1). Codes of up to eight bits are looked up at
 * once; longer ones, which are rare by construction, are followed bit by bit.
 */
final class PrefixCode {
  private static final int MAX_LENGTH = 15;
  private static final int FAST_BITS = 8;
  private static final int OVERHEAD = 40;

  /** By the next bits of the stream: length of the code shifted by 16, and its symbol. */
  private final int[] fast;

  private final int fastBits;
  private final int[] countOfLength = new int[MAX_LENGTH + 1];
  private final short[] symbolsInOrder;

  private PrefixCode(int[] lengths) {
    for (int length : lengths) {
      countOfLength[length]++;
    }
    countOfLength[0] = 0;
    symbolsInOrder = inOrder(lengths);
    int longest = MAX_LENGTH;
    while (longest > 0 && countOfLength[longest] == 0) {
      longest--;
    }
    boolean single = symbolsInOrder.length == 1;
    fastBits = single ? 0 : Math.min(FAST_BITS, longest);
    fast = new int[1 << fastBits];
    if (single) {
      fast[0] = symbolsInOrder[0];
    } else {
      requireComplete();
      fillFast();
    }
  }

  /**
   * @param lengths of the codes of all symbols, 0 to 15; 0 for a symbol that does not occur
   */
  static PrefixCode ofLengths(int[] lengths) {
    return new PrefixCode(lengths);
  }

  /** A measure of the memory that the code takes: its table entries, and what it takes besides. */
  int size() {
    return fast.length + symbolsInOrder.length + OVERHEAD;
  }

  int read(BitReader in) {
    int entry = fast[(int) in.peek() & ((1 << fastBits) - 1)];
    if (entry >= 0) {
      in.skip(entry >> 16);
      return entry & 0xFFFF;
    }
    return readLong(in);
  }

  private int readLong(BitReader in) {
    int code = 0;
    int first = 0;
    int index = 0;
    for (int length = 1; length <= MAX_LENGTH; length++) {
      code |= in.read(1);
      int count = countOfLength[length];
      if (code - first < count) {
        return symbolsInOrder[index + code - first];
      }
      index += count;
      first = (first + count) << 1;
      code <<= 1;
    }
    throw Unreadable.damaged();
  }

  private short[] inOrder(int[] lengths) {
    int[] next = new int[MAX_LENGTH + 2];
    for (int length = 1; length <= MAX_LENGTH; length++) {
      next[length + 1] = next[length] + countOfLength[length];
    }
    short[] symbols = new short[next[MAX_LENGTH + 1]];
    for (int symbol = 0; symbol < lengths.length; symbol++) {
      if (lengths[symbol] > 0) {
        symbols[next[lengths[symbol]]++] = (short) symbol;
      }
    }
    return symbols;
  }

  /** Kraft's sum must be one: each sequence of bits then means something, and one thing only. */
  private void requireComplete() {
    int free = 1;
    for (int length = 1; length <= MAX_LENGTH; length++) {
      free = 2 * free - countOfLength[length];
      if (free < 0) {
        throw Unreadable.damaged();
      }
    }
    if (free != 0) {
      throw Unreadable.damaged();
    }
  }

  private void fillFast() {
    Arrays.fill(fast, -1);
    int code = 0;
    int index = 0;
    for (int length = 1; length <= fastBits; length++) {
      for (int i = 0; i < countOfLength[length]; i++) {
        int reversed = Integer.reverse(code++) >>> (Integer.SIZE - length);
        int entry = (length << 16) | symbolsInOrder[index++];
        for (int slot = reversed; slot < fast.length; slot += 1 << length) {
          fast[slot] = entry;
        }
      }
      code <<= 1;
    }
  }
}
