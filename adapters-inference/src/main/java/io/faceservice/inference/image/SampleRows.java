package io.faceservice.inference.image;

import java.awt.color.ColorSpace;
import java.awt.image.ColorModel;
import java.awt.image.Raster;

/**
 * Rows of grey or RGB samples of any depth, with or without alpha, taken as they are stored: Java
 * holds that grey is linear, and would brighten it.
 */
final class SampleRows implements PixelRows {
  private final Raster raster;
  private final int[] row;
  private final int bands;
  private final int colours;
  private final boolean hasAlpha;
  private final boolean premultiplied;
  private final int maximum;

  SampleRows(Raster raster, ColorModel model) {
    this.raster = raster;
    this.bands = raster.getNumBands();
    this.row = new int[raster.getWidth() * bands];
    this.hasAlpha = model.hasAlpha();
    this.premultiplied = model.isAlphaPremultiplied();
    this.colours = model.getColorSpace().getType() == ColorSpace.TYPE_GRAY ? 1 : 3;
    this.maximum = (1 << model.getComponentSize(0)) - 1;
    if (bands < colours + (hasAlpha ? 1 : 0)) {
      throw new IllegalArgumentException(bands + " bands are too few for the colour model");
    }
  }

  @Override
  public void read(int y, byte[] rgb) {
    raster.getPixels(raster.getMinX(), raster.getMinY() + y, raster.getWidth(), 1, row);
    for (int x = 0; x < raster.getWidth(); x++) {
      int alpha = hasAlpha ? eightBits(row[x * bands + colours]) : 255;
      for (int channel = 0; channel < 3; channel++) {
        int value = eightBits(row[x * bands + (colours == 1 ? 0 : channel)]);
        rgb[3 * x + channel] = (byte) onWhite(value, alpha);
      }
    }
  }

  private int onWhite(int value, int alpha) {
    return premultiplied ? Math.min(255, value + 255 - alpha) : PixelRows.onWhite(value, alpha);
  }

  private int eightBits(int sample) {
    return maximum == 255 ? sample : (sample * 255 + maximum / 2) / maximum;
  }
}
