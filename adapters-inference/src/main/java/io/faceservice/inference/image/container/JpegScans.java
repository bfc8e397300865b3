package io.faceservice.inference.image.container;

import java.nio.ByteBuffer;

/**
 * Which coefficients of which components the scans of a JPEG have brought to full precision: a file
 * that was cut between two scans is told by what is missing.
 */
final class JpegScans {
  private static final int LAST_COEFFICIENT = 63;

  private final boolean progressive;
  private final int[] identifiers;

  /** One bit a coefficient, for each component. */
  private final long[] precise;

  JpegScans() {
    this(false, new int[0]);
  }

  private JpegScans(boolean progressive, int[] identifiers) {
    this.progressive = progressive;
    this.identifiers = identifiers;
    this.precise = new long[identifiers.length];
  }

  /**
   * @param body of the start-of-frame segment: precision, height, width, count, then three bytes a
   *     component, its identifier first
   */
  static JpegScans ofFrame(boolean progressive, ByteBuffer body) {
    int[] identifiers = new int[body.get(5) & 0xFF];
    if (identifiers.length != 1 && identifiers.length != 3 && identifiers.length != 4) {
      throw Unreadable.because(
          "A JPEG of %d components is not supported: save it as grey, RGB or CMYK."
              .formatted(identifiers.length));
    }
    for (int i = 0; i < identifiers.length; i++) {
      identifiers[i] = body.get(6 + 3 * i) & 0xFF;
    }
    return new JpegScans(progressive, identifiers);
  }

  int components() {
    return identifiers.length;
  }

  /**
   * @param body of the start-of-scan segment: count, two bytes a component, then the first and last
   *     coefficient and the successive approximation, high and low
   */
  void scan(ByteBuffer body) {
    int count = body.get(0);
    int spectrum = 1 + 2 * count;
    long coded = -1L;
    if (progressive) {
      int first = body.get(spectrum) & LAST_COEFFICIENT;
      int last = body.get(spectrum + 1) & LAST_COEFFICIENT;
      boolean exact = (body.get(spectrum + 2) & 0x0F) == 0;
      coded = exact ? (-1L << first) & (-1L >>> (LAST_COEFFICIENT - last)) : 0;
    }
    for (int i = 0; i < count; i++) {
      add(body.get(1 + 2 * i) & 0xFF, coded);
    }
  }

  private void add(int identifier, long coded) {
    for (int i = 0; i < identifiers.length; i++) {
      if (identifiers[i] == identifier) {
        precise[i] |= coded;
      }
    }
  }

  boolean isComplete() {
    for (long coefficients : precise) {
      if (coefficients != -1L) {
        return false;
      }
    }
    return true;
  }
}
