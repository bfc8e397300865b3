package io.faceservice.inference;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * Writes the plainest lossless WebP there is (RFC 9649, section 3): no transform, no back
 * reference, and a prefix code in which every byte has eight bits.
 */
final class WebPWriter {
  private static final int GREEN_SYMBOLS = 280;
  private static final int BYTES = 256;

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private int pending;
  private int pendingBits;

  private WebPWriter() {}

  static byte[] lossless(BufferedImage image) {
    byte[] stream = new WebPWriter().stream(image);
    int padding = stream.length & 1;
    return ByteBuffer.allocate(20 + stream.length + padding)
        .order(ByteOrder.LITTLE_ENDIAN)
        .put("RIFF".getBytes(StandardCharsets.US_ASCII))
        .putInt(12 + stream.length + padding)
        .put("WEBPVP8L".getBytes(StandardCharsets.US_ASCII))
        .putInt(stream.length)
        .put(stream)
        .array();
  }

  private byte[] stream(BufferedImage image) {
    put(0x2F, 8);
    put(image.getWidth() - 1, 14);
    put(image.getHeight() - 1, 14);
    put(0, 1); // no alpha
    put(0, 3); // version
    put(0, 1); // no transform
    put(0, 1); // no colour cache
    put(0, 1); // one group of prefix codes
    putByteCode(GREEN_SYMBOLS);
    putByteCode(BYTES); // red
    putByteCode(BYTES); // blue
    putOneSymbolCode(255); // alpha
    putOneSymbolCode(0); // distance
    for (int y = 0; y < image.getHeight(); y++) {
      for (int x = 0; x < image.getWidth(); x++) {
        int rgb = image.getRGB(x, y);
        putCode(rgb >> 8 & 0xFF);
        putCode(rgb >> 16 & 0xFF);
        putCode(rgb & 0xFF);
      }
    }
    put(0, 7); // fills the last byte
    return bytes.toByteArray();
  }

  /** A code in which the first 256 symbols have eight bits and the others none. */
  private void putByteCode(int symbols) {
    put(0, 1); // not a simple code
    put(12 - 4, 4); // lengths of the first twelve of 17 18 0 1 2 3 4 5 16 6 7 8
    for (int length : new int[] {0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 1}) {
      put(length, 3);
    }
    put(0, 1); // all symbols follow
    for (int symbol = 0; symbol < symbols; symbol++) {
      put(symbol < BYTES ? 1 : 0, 1); // 0 stands for length 0, 1 for length 8
    }
  }

  private void putOneSymbolCode(int symbol) {
    put(1, 1); // simple
    put(0, 1); // one symbol
    put(1, 1); // of eight bits
    put(symbol, 8);
  }

  /** Prefix codes are written from their highest bit, everything else from its lowest. */
  private void putCode(int symbol) {
    put(Integer.reverse(symbol) >>> 24, 8);
  }

  private void put(int value, int bits) {
    for (int i = 0; i < bits; i++) {
      pending |= (value >> i & 1) << pendingBits++;
      if (pendingBits == 8) {
        bytes.write(pending);
        pending = 0;
        pendingBits = 0;
      }
    }
  }
}
