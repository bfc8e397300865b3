package io.faceservice.inference.image.webp;

import io.faceservice.inference.image.container.Unreadable;

/** Bits of a byte array, the least significant of a byte first (RFC 9649, section 3.2). */
final class BitReader {
  private final byte[] data;
  private int position;
  private long window;
  private int available;

  BitReader(byte[] data, int position) {
    this.data = data;
    this.position = position;
  }

  /** The next {@code count} bits, 0 to 32 of them. */
  int read(int count) {
    int value = (int) (peek() & ((1L << count) - 1));
    skip(count);
    return value;
  }

  boolean readFlag() {
    return read(1) == 1;
  }

  /** At least the next 32 bits; zeros follow the last. */
  long peek() {
    if (available < 32) {
      while (available <= 56 && position < data.length) {
        window |= (data[position++] & 0xFFL) << available;
        available += 8;
      }
    }
    return window;
  }

  /** Takes bits away; more than there are mean that the data were cut off. */
  void skip(int count) {
    if (count > available) {
      throw Unreadable.damaged();
    }
    window >>>= count;
    available -= count;
  }
}
