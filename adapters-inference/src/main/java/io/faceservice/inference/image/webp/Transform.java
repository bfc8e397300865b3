package io.faceservice.inference.image.webp;

/** A reversible change that made a picture easier to code (RFC 9649, section 3.5). */
@FunctionalInterface
interface Transform {

  /** Undoes the change: takes the coded pixels, ARGB, and returns the true ones. */
  int[] undo(int[] argb);

  /** Section 3.5.3: red and blue were stored less green. */
  static int[] addGreen(int[] argb) {
    for (int i = 0; i < argb.length; i++) {
      int green = Argb.channel(argb[i], 8);
      argb[i] = Argb.sum(argb[i], (green << 16) | green);
    }
    return argb;
  }

  /**
   * Section 3.5.2: red was stored less a part of green, blue less parts of green and red.
   *
   * @param blocks the factors of each block of {@code 1 << bits} pixels a side
   */
  static Transform colour(int[] blocks, int bits, int width) {
    int across = PrefixCodeGroups.blocks(width, bits);
    return argb -> {
      for (int i = 0; i < argb.length; i++) {
        int factors = blocks[((i / width) >> bits) * across + ((i % width) >> bits)];
        byte green = (byte) (argb[i] >> 8);
        int red = (argb[i] >> 16) + part((byte) factors, green);
        int blue = argb[i] + part((byte) (factors >> 8), green);
        blue += part((byte) (factors >> 16), (byte) red);
        argb[i] = (argb[i] & 0xFF00FF00) | ((red & 0xFF) << 16) | (blue & 0xFF);
      }
      return argb;
    };
  }

  private static int part(byte factor, byte colour) {
    return (factor * colour) >> 5;
  }

  /**
   * Section 3.5.4: colours were stored as their numbers, in the green channel.
   *
   * @param colours the table of up to 256
   * @param packing two to the power of this many numbers share a pixel
   * @param width of the picture, unpacked
   */
  static Transform palette(int[] colours, int packing, int width) {
    int bits = 8 >> packing;
    int mask = (1 << bits) - 1;
    int lastPacked = (1 << packing) - 1;
    int packedWidth = PrefixCodeGroups.blocks(width, packing);
    return argb -> {
      int[] pixels = new int[argb.length / packedWidth * width];
      for (int i = 0; i < pixels.length; i++) {
        int x = i % width;
        int packed = Argb.channel(argb[i / width * packedWidth + (x >> packing)], 8);
        int number = (packed >> ((x & lastPacked) * bits)) & mask;
        pixels[i] = number < colours.length ? colours[number] : 0;
      }
      return pixels;
    };
  }
}
