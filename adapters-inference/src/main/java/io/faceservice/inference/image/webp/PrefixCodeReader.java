package io.faceservice.inference.image.webp;

import io.faceservice.inference.image.container.Unreadable;
import java.util.Arrays;

/** Reads the lengths of prefix codes, themselves coded (RFC 9649, section 3.7.2.1). */
final class PrefixCodeReader {
  private static final int[] LENGTH_ORDER = {
    17, 18, 0, 1, 2, 3, 4, 5, 16, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15
  };
  private static final int REPEAT_PREVIOUS = 16;
  private static final int SHORT_ZEROS = 17;
  private static final int LONG_ZEROS = 18;

  /** Codes take memory before they take pixels: 16 million entries are 64 megabytes. */
  private static final int MOST_ENTRIES = 1 << 24;

  private final BitReader in;
  private int entries;

  PrefixCodeReader(BitReader in) {
    this.in = in;
  }

  PrefixCode read(int alphabet) {
    int[] lengths = in.readFlag() ? simpleLengths(alphabet) : codedLengths(alphabet);
    PrefixCode code = PrefixCode.ofLengths(lengths);
    entries += code.size();
    if (entries > MOST_ENTRIES) {
      throw Unreadable.damaged();
    }
    return code;
  }

  private int[] simpleLengths(int alphabet) {
    int[] lengths = new int[alphabet];
    boolean two = in.readFlag();
    int first = in.read(in.readFlag() ? 8 : 1);
    lengths[first] = 1;
    if (two) {
      lengths[in.read(8)] = 1;
    }
    return lengths;
  }

  private int[] codedLengths(int alphabet) {
    int[] lengthsOfLengths = new int[LENGTH_ORDER.length];
    int count = 4 + in.read(4);
    for (int i = 0; i < count; i++) {
      lengthsOfLengths[LENGTH_ORDER[i]] = in.read(3);
    }
    PrefixCode code = PrefixCode.ofLengths(lengthsOfLengths);
    int tokens = in.readFlag() ? 2 + in.read(2 + 2 * in.read(3)) : alphabet;
    int[] lengths = new int[alphabet];
    int previous = 8;
    for (int symbol = 0; symbol < alphabet && tokens > 0; tokens--) {
      int token = code.read(in);
      if (token < REPEAT_PREVIOUS) {
        lengths[symbol++] = token;
        previous = token == 0 ? previous : token;
      } else {
        symbol = repeat(lengths, symbol, token, previous);
      }
    }
    return lengths;
  }

  private int repeat(int[] lengths, int symbol, int token, int previous) {
    int times =
        switch (token) {
          case REPEAT_PREVIOUS -> 3 + in.read(2);
          case SHORT_ZEROS -> 3 + in.read(3);
          case LONG_ZEROS -> 11 + in.read(7);
          default -> throw Unreadable.damaged();
        };
    int end = symbol + times;
    if (end > lengths.length) {
      throw Unreadable.damaged();
    }
    Arrays.fill(lengths, symbol, end, token == REPEAT_PREVIOUS ? previous : 0);
    return end;
  }
}
