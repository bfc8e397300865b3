package io.faceservice.inference.image.webp;

import io.faceservice.inference.image.container.Unreadable;

/** The transparency beside a lossy WebP picture (RFC 9649, section 2.7.1.2). */
public final class AlphaPlane {
  private static final int UNCOMPRESSED = 0;
  private static final int LOSSLESS = 1;
  private static final int HORIZONTAL = 1;
  private static final int VERTICAL = 2;
  private static final int GRADIENT = 3;

  private AlphaPlane() {}

  /**
   * Decodes the body of an ALPH chunk.
   *
   * @return one byte a pixel, row by row; 0 is transparent
   * @throws io.faceservice.domain.biometric.InvalidInputException if the chunk is damaged
   */
  public static byte[] decode(byte[] chunk, int width, int height) {
    byte[] plane =
        switch (chunk[0] & 3) {
          case UNCOMPRESSED -> uncompressed(chunk, width * height);
          case LOSSLESS -> lossless(chunk, width, height);
          default -> throw Unreadable.damaged();
        };
    int filter = (chunk[0] >> 2) & 3;
    for (int i = 1; i < plane.length && filter != 0; i++) {
      plane[i] += (byte) predict(filter, plane, i, width);
    }
    return plane;
  }

  private static byte[] uncompressed(byte[] chunk, int size) {
    if (chunk.length - 1 < size) {
      throw Unreadable.damaged();
    }
    byte[] plane = new byte[size];
    System.arraycopy(chunk, 1, plane, 0, size);
    return plane;
  }

  /** Alpha is the green channel of a lossless picture without a header. */
  private static byte[] lossless(byte[] chunk, int width, int height) {
    int[] argb = LosslessWebPDecoder.decode(new BitReader(chunk, 1), width, height);
    byte[] plane = new byte[argb.length];
    for (int i = 0; i < plane.length; i++) {
      plane[i] = (byte) (argb[i] >> 8);
    }
    return plane;
  }

  private static int predict(int filter, byte[] plane, int i, int width) {
    if (i < width) {
      return plane[i - 1];
    }
    int top = plane[i - width] & 0xFF;
    if (i % width == 0) {
      return top;
    }
    int left = plane[i - 1] & 0xFF;
    return switch (filter) {
      case HORIZONTAL -> left;
      case VERTICAL -> top;
      case GRADIENT -> Math.clamp(left + top - (plane[i - width - 1] & 0xFF), 0, 255);
      default -> 0;
    };
  }
}
