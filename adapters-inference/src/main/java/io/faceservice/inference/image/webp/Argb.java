package io.faceservice.inference.image.webp;

/** Arithmetic on the four channels of a pixel at once, alpha in the highest byte. */
final class Argb {
  static final int OPAQUE_BLACK = 0xFF000000;

  private Argb() {}

  /** Alpha is at 24, red at 16, green at 8, blue at 0. */
  static int channel(int argb, int shift) {
    return (argb >>> shift) & 0xFF;
  }

  /** Sum by channel, modulo 256. */
  static int sum(int a, int b) {
    int alphaGreen = (a & 0xFF00FF00) + (b & 0xFF00FF00);
    int redBlue = (a & 0x00FF00FF) + (b & 0x00FF00FF);
    return (alphaGreen & 0xFF00FF00) | (redBlue & 0x00FF00FF);
  }

  /** Mean by channel, rounded down. */
  static int mean(int a, int b) {
    return (((a ^ b) & 0xFEFEFEFE) >>> 1) + (a & b);
  }

  /** Sum by channel of what is different. */
  static int distance(int a, int b) {
    return Math.abs(channel(a, 24) - channel(b, 24))
        + Math.abs(channel(a, 16) - channel(b, 16))
        + Math.abs(channel(a, 8) - channel(b, 8))
        + Math.abs(channel(a, 0) - channel(b, 0));
  }

  /** {@code a + b - c} by channel, kept within 0 to 255. */
  static int clampedGradient(int a, int b, int c) {
    return gradient(a, b, c, 24)
        | gradient(a, b, c, 16)
        | gradient(a, b, c, 8)
        | gradient(a, b, c, 0);
  }

  private static int gradient(int a, int b, int c, int shift) {
    int value = channel(a, shift) + channel(b, shift) - channel(c, shift);
    return Math.clamp(value, 0, 255) << shift;
  }

  /** {@code a + (a - b) / 2} by channel, kept within 0 to 255. */
  static int clampedHalfGradient(int a, int b) {
    return half(a, b, 24) | half(a, b, 16) | half(a, b, 8) | half(a, b, 0);
  }

  private static int half(int a, int b, int shift) {
    int first = channel(a, shift);
    return Math.clamp(first + (first - channel(b, shift)) / 2, 0, 255) << shift;
  }
}
