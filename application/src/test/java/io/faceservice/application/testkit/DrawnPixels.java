package io.faceservice.application.testkit;

import io.faceservice.domain.biometric.Pixels;
import java.awt.image.BufferedImage;
import java.util.function.IntBinaryOperator;

/** The drawn picture's pixels as bytes of a file, in all the ways that files store them. */
final class DrawnPixels {
  private DrawnPixels() {}

  static BufferedImage picture(IntBinaryOperator rgb) {
    return picture(Pictures.WIDTH, Pictures.HEIGHT, rgb);
  }

  static BufferedImage picture(int width, int height, IntBinaryOperator rgb) {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        image.setRGB(x, y, rgb.applyAsInt(x, y));
      }
    }
    return image;
  }

  /** What an EXIF orientation makes of the drawn picture. */
  static BufferedImage turned(int orientation) {
    int w = Pictures.WIDTH;
    int h = Pictures.HEIGHT;
    return switch (orientation) {
      case 1 -> picture(Pictures::rgb);
      case 2 -> picture((x, y) -> Pictures.rgb(w - 1 - x, y));
      case 3 -> picture((x, y) -> Pictures.rgb(w - 1 - x, h - 1 - y));
      case 4 -> picture((x, y) -> Pictures.rgb(x, h - 1 - y));
      case 5 -> picture(h, w, (x, y) -> Pictures.rgb(y, x));
      case 6 -> picture(h, w, (x, y) -> Pictures.rgb(y, h - 1 - x));
      case 7 -> picture(h, w, (x, y) -> Pictures.rgb(w - 1 - y, h - 1 - x));
      case 8 -> picture(h, w, (x, y) -> Pictures.rgb(w - 1 - y, x));
      default -> throw new IllegalArgumentException("EXIF has no orientation " + orientation);
    };
  }

  static BufferedImage grey() {
    return picture((x, y) -> 0x010101 * Pictures.grey(x, y));
  }

  static BufferedImage onWhite() {
    return picture(
        (x, y) -> {
          byte[] rgb = rgb(x, y);
          int red = onWhite(rgb[0] & 0xFF, x);
          int green = onWhite(rgb[1] & 0xFF, x);
          int blue = onWhite(rgb[2] & 0xFF, x);
          return (red << 16) | (green << 8) | blue;
        });
  }

  static BufferedImage greyOnWhite() {
    return picture((x, y) -> 0x010101 * onWhite(Pictures.grey(x, y), x));
  }

  /** The drawn picture under the black ink of {@link JpegFiles}. */
  static BufferedImage printed() {
    return picture(
        (x, y) -> {
          byte[] rgb = rgb(x, y);
          int red = JpegFiles.underBlack(rgb[0] & 0xFF);
          int green = JpegFiles.underBlack(rgb[1] & 0xFF);
          int blue = JpegFiles.underBlack(rgb[2] & 0xFF);
          return (red << 16) | (green << 8) | blue;
        });
  }

  static byte[] rgb(int x, int y) {
    int rgb = Pictures.rgb(x, y);
    return new byte[] {(byte) (rgb >> 16), (byte) (rgb >> 8), (byte) rgb};
  }

  static byte[] rgba(int x, int y) {
    byte[] rgb = rgb(x, y);
    return new byte[] {rgb[0], rgb[1], rgb[2], (byte) Pictures.alpha(x)};
  }

  /** Each colour already multiplied by alpha. */
  static byte[] premultiplied(int x, int y) {
    byte[] rgba = rgba(x, y);
    for (int i = 0; i < 3; i++) {
      rgba[i] = (byte) (((rgba[i] & 0xFF) * Pictures.alpha(x) + 127) / 255);
    }
    return rgba;
  }

  static byte[] grey(int x, int y) {
    return new byte[] {(byte) Pictures.grey(x, y)};
  }

  static byte[] inverseGrey(int x, int y) {
    return new byte[] {(byte) (255 - Pictures.grey(x, y))};
  }

  static byte[] greyAlpha(int x, int y) {
    return new byte[] {(byte) Pictures.grey(x, y), (byte) Pictures.alpha(x)};
  }

  /** Cyan, magenta, yellow, and no black. */
  static byte[] inks(int x, int y) {
    byte[] rgb = rgb(x, y);
    return new byte[] {(byte) ~rgb[0], (byte) ~rgb[1], (byte) ~rgb[2], 0};
  }

  /** Sixteen bits a sample: each byte twice, so that 255 becomes 65,535. */
  static PngFiles.PixelBytes twice(PngFiles.PixelBytes pixels) {
    return (x, y) -> {
      byte[] once = pixels.at(x, y);
      byte[] twice = new byte[2 * once.length];
      for (int i = 0; i < twice.length; i++) {
        twice[i] = once[i / 2];
      }
      return twice;
    };
  }

  /** How far two pictures of one size are apart: mean difference of a channel, 0 to 255. */
  static double difference(Pixels actual, BufferedImage expected) {
    if (actual.width() != expected.getWidth() || actual.height() != expected.getHeight()) {
      return Double.MAX_VALUE;
    }
    long sum = 0;
    for (int y = 0; y < actual.height(); y++) {
      for (int x = 0; x < actual.width(); x++) {
        int rgb = expected.getRGB(x, y);
        sum += Math.abs(actual.at(x, y, 0) - ((rgb >> 16) & 0xFF));
        sum += Math.abs(actual.at(x, y, 1) - ((rgb >> 8) & 0xFF));
        sum += Math.abs(actual.at(x, y, 2) - (rgb & 0xFF));
      }
    }
    return sum / (3.0 * actual.width() * actual.height());
  }

  private static int onWhite(int colour, int x) {
    int alpha = Pictures.alpha(x);
    return (int) Math.round((colour * alpha + 255.0 * (255 - alpha)) / 255);
  }
}
