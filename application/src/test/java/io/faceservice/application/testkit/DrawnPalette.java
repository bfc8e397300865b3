package io.faceservice.application.testkit;

import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.util.Arrays;

/** The drawn grey in 64 colours, one of which may be a hole. */
final class DrawnPalette {
  private static final int COLOURS = 64;
  private static final int HOLE = 5;
  private static final int WHITE = 0xFFFFFF;

  private DrawnPalette() {}

  static BufferedImage expected() {
    return DrawnPixels.picture((x, y) -> colour(number(x, y)));
  }

  static BufferedImage expectedWithHole() {
    return DrawnPixels.picture((x, y) -> number(x, y) == HOLE ? WHITE : colour(number(x, y)));
  }

  static byte[] png() {
    return PngFiles.drawn(8, PngFiles.PALETTE)
        .chunk("PLTE", colours())
        .rows((x, y) -> new byte[] {(byte) number(x, y)});
  }

  static byte[] pngWithHole() {
    byte[] alpha = new byte[COLOURS];
    Arrays.fill(alpha, (byte) 255);
    alpha[HOLE] = 0;
    return PngFiles.drawn(8, PngFiles.PALETTE)
        .chunk("PLTE", colours())
        .chunk("tRNS", alpha)
        .rows((x, y) -> new byte[] {(byte) number(x, y)});
  }

  static byte[] gif() {
    return Pictures.encoded(indexed(new IndexColorModel(8, COLOURS, colours(), 0, false)), "gif");
  }

  static byte[] gifWithHole() {
    IndexColorModel colours = new IndexColorModel(8, COLOURS, colours(), 0, false, HOLE);
    return Pictures.encoded(indexed(colours), "gif");
  }

  static byte[] bmp() {
    return Pictures.encoded(indexed(new IndexColorModel(8, COLOURS, colours(), 0, false)), "bmp");
  }

  private static BufferedImage indexed(IndexColorModel colours) {
    BufferedImage image =
        new BufferedImage(
            Pictures.WIDTH, Pictures.HEIGHT, BufferedImage.TYPE_BYTE_INDEXED, colours);
    for (int y = 0; y < Pictures.HEIGHT; y++) {
      for (int x = 0; x < Pictures.WIDTH; x++) {
        image.getRaster().setSample(x, y, 0, number(x, y));
      }
    }
    return image;
  }

  private static int number(int x, int y) {
    return Pictures.grey(x, y) % COLOURS;
  }

  private static int colour(int number) {
    return ((number * 4) << 16) | ((255 - number * 3) << 8) | (number * 2);
  }

  private static byte[] colours() {
    byte[] colours = new byte[3 * COLOURS];
    for (int i = 0; i < COLOURS; i++) {
      colours[3 * i] = (byte) (colour(i) >> 16);
      colours[3 * i + 1] = (byte) (colour(i) >> 8);
      colours[3 * i + 2] = (byte) colour(i);
    }
    return colours;
  }
}
