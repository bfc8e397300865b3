package io.faceservice.inference.image.webp;

/**
 * Section 3.5.1 of RFC 9649: pixels were stored less what their neighbours to the left and above
 * foretell, by one of fourteen rules for each block.
 */
final class PredictorTransform implements Transform {
  private final int[] blocks;
  private final int bits;
  private final int width;

  /**
   * @param blocks the rule of each block of {@code 1 << bits} pixels a side, in its green channel
   */
  PredictorTransform(int[] blocks, int bits, int width) {
    this.blocks = blocks;
    this.bits = bits;
    this.width = width;
  }

  @Override
  public int[] undo(int[] argb) {
    argb[0] = Argb.sum(argb[0], Argb.OPAQUE_BLACK);
    for (int i = 1; i < width; i++) {
      argb[i] = Argb.sum(argb[i], argb[i - 1]);
    }
    for (int row = width; row < argb.length; row += width) {
      argb[row] = Argb.sum(argb[row], argb[row - width]);
      int firstBlock = ((row / width) >> bits) * PrefixCodeGroups.blocks(width, bits);
      for (int x = 1; x < width; x++) {
        int rule = Argb.channel(blocks[firstBlock + (x >> bits)], 8) & 0x0F;
        argb[row + x] = Argb.sum(argb[row + x], predict(rule, argb, row + x));
      }
    }
    return argb;
  }

  /** The pixel above and to the right of a row's last is the row's own first, as laid in memory. */
  private int predict(int rule, int[] argb, int i) {
    int left = argb[i - 1];
    int top = argb[i - width];
    int topLeft = argb[i - width - 1];
    int topRight = argb[i - width + 1];
    return switch (rule) {
      case 1 -> left;
      case 2 -> top;
      case 3 -> topRight;
      case 4 -> topLeft;
      case 5 -> Argb.mean(Argb.mean(left, topRight), top);
      case 6 -> Argb.mean(left, topLeft);
      case 7 -> Argb.mean(left, top);
      case 8 -> Argb.mean(topLeft, top);
      case 9 -> Argb.mean(top, topRight);
      case 10 -> Argb.mean(Argb.mean(left, topLeft), Argb.mean(top, topRight));
      case 11 -> select(left, top, topLeft);
      case 12 -> Argb.clampedGradient(left, top, topLeft);
      case 13 -> Argb.clampedHalfGradient(Argb.mean(left, top), topLeft);
      default -> Argb.OPAQUE_BLACK;
    };
  }

  private static int select(int left, int top, int topLeft) {
    return Argb.distance(top, topLeft) < Argb.distance(left, topLeft) ? left : top;
  }
}
