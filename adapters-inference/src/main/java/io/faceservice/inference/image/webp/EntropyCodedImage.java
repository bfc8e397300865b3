package io.faceservice.inference.image.webp;

import io.faceservice.inference.image.container.Unreadable;
import java.util.HexFormat;

/**
 * One entropy-coded image of a VP8L stream (RFC 9649, section 3.6): literals, copies of what came
 * before, and colours from a cache. The picture is one, and so are the data of its transforms.
 */
final class EntropyCodedImage {
  private static final int LITERALS = 256;
  private static final int LENGTHS = 24;
  private static final int FIRST_CACHED = LITERALS + LENGTHS;
  private static final int MAX_CACHE_BITS = 11;
  private static final int CACHE_HASH = 0x1E35A7BD;

  /** Near pixels (section 3.6.2.2.2): rows up in the high half, 8 less columns left in the low. */
  private static final byte[] NEAR =
      HexFormat.of()
          .parseHex(
              "1807171928062729161a262a38053739151b363a252b48044749141c353b464a242c5845"
                  + "4b343c035759131d565a232d444c555b333d68026769121e666a222e545c434d656b323e"
                  + "78017779535d111f646c424e767a212f757b313f636d525e00747c414f1020626e30737d"
                  + "515f40727e616f50717f6070");

  private final BitReader in;
  private final int width;
  private final int[] pixels;
  private final int[] cache;
  private final int cacheShift;
  private int position;

  private EntropyCodedImage(BitReader in, int width, int height, int cacheBits) {
    this.in = in;
    this.width = width;
    this.pixels = new int[width * height];
    this.cache = new int[cacheBits == 0 ? 0 : 1 << cacheBits];
    this.cacheShift = Integer.SIZE - cacheBits;
  }

  /** The picture itself, whose blocks may each have codes of their own. */
  static int[] picture(BitReader in, int width, int height) {
    int cacheBits = cacheBits(in);
    PrefixCodeGroups groups =
        PrefixCodeGroups.readForPicture(in, width, height, colours(cacheBits));
    return new EntropyCodedImage(in, width, height, cacheBits).decode(groups);
  }

  /** The data of a transform, or of the choice of codes. */
  static int[] data(BitReader in, int width, int height) {
    int cacheBits = cacheBits(in);
    PrefixCodeGroups groups = PrefixCodeGroups.readOne(in, colours(cacheBits));
    return new EntropyCodedImage(in, width, height, cacheBits).decode(groups);
  }

  private static int cacheBits(BitReader in) {
    if (!in.readFlag()) {
      return 0;
    }
    int bits = in.read(4);
    if (bits < 1 || bits > MAX_CACHE_BITS) {
      throw Unreadable.damaged();
    }
    return bits;
  }

  private static int colours(int cacheBits) {
    return FIRST_CACHED + (cacheBits == 0 ? 0 : 1 << cacheBits);
  }

  private int[] decode(PrefixCodeGroups groups) {
    while (position < pixels.length) {
      PrefixCode[] codes = groups.at(position % width, position / width);
      int blockEnd = Math.min(pixels.length, position + groups.runFrom(position % width, width));
      while (position < blockEnd) {
        decodeNext(codes);
      }
    }
    return pixels;
  }

  private void decodeNext(PrefixCode[] codes) {
    int symbol = codes[PrefixCodeGroups.GREEN].read(in);
    if (symbol < LITERALS) {
      int red = codes[PrefixCodeGroups.RED].read(in);
      int blue = codes[PrefixCodeGroups.BLUE].read(in);
      int alpha = codes[PrefixCodeGroups.ALPHA].read(in);
      put((alpha << 24) | (red << 16) | (symbol << 8) | blue);
    } else if (symbol < FIRST_CACHED) {
      int length = lengthOrDistance(symbol - LITERALS);
      copy(length, distance(lengthOrDistance(codes[PrefixCodeGroups.DISTANCE].read(in))));
    } else {
      put(cache[symbol - FIRST_CACHED]);
    }
  }

  private void put(int argb) {
    pixels[position++] = argb;
    if (cache.length > 0) {
      cache[(CACHE_HASH * argb) >>> cacheShift] = argb;
    }
  }

  private void copy(int length, int distance) {
    if (distance > position || length > pixels.length - position) {
      throw Unreadable.damaged();
    }
    for (int end = position + length; position < end; ) {
      put(pixels[position - distance]);
    }
  }

  private int lengthOrDistance(int prefix) {
    if (prefix < 4) {
      return prefix + 1;
    }
    int extraBits = (prefix - 2) >> 1;
    return ((2 + (prefix & 1)) << extraBits) + in.read(extraBits) + 1;
  }

  private int distance(int code) {
    if (code > NEAR.length) {
      return code - NEAR.length;
    }
    int near = NEAR[code - 1];
    return Math.max(1, (near >> 4) * width + 8 - (near & 0x0F));
  }
}
