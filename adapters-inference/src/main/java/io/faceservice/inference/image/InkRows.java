package io.faceservice.inference.image;

import io.faceservice.inference.image.container.Still.Ink;
import java.awt.image.Raster;

/**
 * Rows of a picture in printer's inks, as light: red is what neither cyan nor black takes away, and
 * so on. Colour profiles are not consulted, so that every machine sees the same picture.
 */
final class InkRows implements PixelRows {
  private static final int BANDS = 4;
  private static final int BLACK = 3;

  private final Raster raster;
  private final Ink ink;
  private final int[] row;
  private final int maximum;

  InkRows(Raster raster, Ink ink) {
    if (raster.getNumBands() < BANDS) {
      throw new IllegalArgumentException("not four inks, but " + raster.getNumBands());
    }
    this.raster = raster;
    this.ink = ink;
    this.row = new int[raster.getWidth() * raster.getNumBands()];
    this.maximum = (1 << raster.getSampleModel().getSampleSize(0)) - 1;
  }

  @Override
  public void read(int y, byte[] rgb) {
    raster.getPixels(raster.getMinX(), raster.getMinY() + y, raster.getWidth(), 1, row);
    int bands = raster.getNumBands();
    for (int x = 0; x < raster.getWidth(); x++) {
      int[] light = light(row, x * bands);
      for (int channel = 0; channel < 3; channel++) {
        rgb[3 * x + channel] = (byte) throughBoth(light[channel], light[BLACK]);
      }
    }
  }

  private int throughBoth(long colour, long black) {
    long full = (long) maximum * maximum;
    return (int) ((colour * black * 255 + full / 2) / full);
  }

  /** How much light each ink lets through. */
  private int[] light(int[] samples, int at) {
    int cyan = samples[at];
    int magenta = samples[at + 1];
    int yellow = samples[at + 2];
    int black = samples[at + BLACK];
    return switch (ink) {
      case CMYK -> new int[] {maximum - cyan, maximum - magenta, maximum - yellow, maximum - black};
      case INVERTED_CMYK -> new int[] {cyan, magenta, yellow, black};
      case INVERTED_YCCK -> fromLuma(cyan, magenta - 128, yellow - 128, black);
    };
  }

  /** JFIF 1.02, page 3, whose red is here the complement of what cyan lets through. */
  private static int[] fromLuma(int luma, int blueness, int redness, int black) {
    return new int[] {
      255 - eightBits(luma + 1.402 * redness),
      255 - eightBits(luma - 0.344136 * blueness - 0.714136 * redness),
      255 - eightBits(luma + 1.772 * blueness),
      black
    };
  }

  private static int eightBits(double value) {
    return (int) Math.clamp(Math.round(value), 0, 255);
  }
}
