package io.faceservice.inference.image.webp;

import io.faceservice.inference.image.container.Unreadable;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumSet;
import java.util.Set;

/**
 * Decodes lossless WebP (VP8L, RFC 9649, section 3). Memory is bounded by the picture's size, since
 * no transform may occur twice.
 */
public final class LosslessWebPDecoder {
  private static final int HEADER_BYTES = 5;

  private enum Kind {
    PREDICTOR,
    COLOUR,
    SUBTRACT_GREEN,
    PALETTE
  }

  private final BitReader in;
  private final int height;
  private final Deque<Transform> transforms = new ArrayDeque<>();
  private final Set<Kind> seen = EnumSet.noneOf(Kind.class);

  /** Width of what is coded: less than the picture's once a palette packs its pixels. */
  private int width;

  private LosslessWebPDecoder(BitReader in, int width, int height) {
    this.in = in;
    this.width = width;
    this.height = height;
  }

  /**
   * Decodes a picture of a known size from a stream that begins with its header.
   *
   * @return its pixels row by row, alpha in the highest byte, then red, green and blue; opaque if
   *     the header says that alpha means nothing
   * @throws io.faceservice.domain.biometric.InvalidInputException if the stream is damaged
   */
  public static int[] picture(byte[] stream, int width, int height) {
    boolean hasAlpha = (stream[HEADER_BYTES - 1] & 0x10) != 0;
    if ((stream[HEADER_BYTES - 1] & 0xE0) != 0) {
      throw Unreadable.damaged();
    }
    int[] argb = decode(new BitReader(stream, HEADER_BYTES), width, height);
    for (int i = 0; i < argb.length && !hasAlpha; i++) {
      argb[i] |= Argb.OPAQUE_BLACK;
    }
    return argb;
  }

  /** Decodes what follows a header. */
  static int[] decode(BitReader in, int width, int height) {
    return new LosslessWebPDecoder(in, width, height).decode();
  }

  private int[] decode() {
    while (in.readFlag()) {
      transforms.push(readTransform());
    }
    int[] argb = EntropyCodedImage.picture(in, width, height);
    for (Transform transform : transforms) {
      argb = transform.undo(argb);
    }
    return argb;
  }

  private Transform readTransform() {
    Kind kind = Kind.values()[in.read(2)];
    if (!seen.add(kind)) {
      throw Unreadable.damaged();
    }
    return switch (kind) {
      case PREDICTOR -> {
        int bits = 2 + in.read(3);
        yield new PredictorTransform(readBlocks(bits), bits, width);
      }
      case COLOUR -> {
        int bits = 2 + in.read(3);
        yield Transform.colour(readBlocks(bits), bits, width);
      }
      case SUBTRACT_GREEN -> Transform::addGreen;
      case PALETTE -> readPalette();
    };
  }

  private int[] readBlocks(int bits) {
    int across = PrefixCodeGroups.blocks(width, bits);
    return EntropyCodedImage.data(in, across, PrefixCodeGroups.blocks(height, bits));
  }

  private Transform readPalette() {
    int[] colours = EntropyCodedImage.data(in, in.read(8) + 1, 1);
    for (int i = 1; i < colours.length; i++) {
      colours[i] = Argb.sum(colours[i], colours[i - 1]);
    }
    int packing = colours.length <= 2 ? 3 : colours.length <= 4 ? 2 : colours.length <= 16 ? 1 : 0;
    Transform palette = Transform.palette(colours, packing, width);
    width = PrefixCodeGroups.blocks(width, packing);
    return palette;
  }
}
