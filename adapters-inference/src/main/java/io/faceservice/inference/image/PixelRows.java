package io.faceservice.inference.image;

import io.faceservice.inference.image.container.Still.Ink;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBufferByte;
import java.awt.image.IndexColorModel;
import java.awt.image.PixelInterleavedSampleModel;
import java.awt.image.Raster;

/** A decoded picture, read by rows of 8-bit RGB; what was transparent lies on white. */
@FunctionalInterface
interface PixelRows {

  /** Fills {@code rgb} with row {@code y}, three bytes a pixel, red first. */
  void read(int y, byte[] rgb);

  static PixelRows of(BufferedImage image) {
    ColorModel colours = image.getColorModel();
    Raster raster = image.getRaster();
    if (colours instanceof IndexColorModel palette) {
      return ofPalette(raster, palette);
    }
    if (raster.getSampleModel() instanceof PixelInterleavedSampleModel model
        && isPlainRgb(raster, model)) {
      return ofBytes(((DataBufferByte) raster.getDataBuffer()).getData(), model);
    }
    if (colours instanceof ComponentColorModel) {
      return new SampleRows(raster, colours);
    }
    return ofColourModel(image);
  }

  /** Pixels of four channels of 8 bits, alpha in the highest byte. */
  static PixelRows ofArgb(int[] argb, int width) {
    return (y, rgb) -> {
      for (int x = 0; x < width; x++) {
        putOnWhite(argb[y * width + x], rgb, 3 * x);
      }
    };
  }

  /** Rows with a plane of alpha beside them, one byte a pixel. */
  static PixelRows onWhite(PixelRows rows, byte[] alpha, int width) {
    return (y, rgb) -> {
      rows.read(y, rgb);
      for (int i = 0; i < 3 * width; i++) {
        rgb[i] = (byte) onWhite(rgb[i] & 0xFF, alpha[y * width + i / 3] & 0xFF);
      }
    };
  }

  static PixelRows ofInk(Raster raster, Ink ink) {
    return new InkRows(raster, ink);
  }

  private static boolean isPlainRgb(Raster raster, PixelInterleavedSampleModel model) {
    return raster.getParent() == null
        && raster.getDataBuffer() instanceof DataBufferByte
        && model.getNumBands() == 3;
  }

  /** The common case: a byte for each of red, green and blue, in any order. */
  private static PixelRows ofBytes(byte[] data, PixelInterleavedSampleModel model) {
    int[] band = model.getBandOffsets();
    int step = model.getPixelStride();
    return (y, rgb) -> {
      int from = y * model.getScanlineStride();
      for (int i = 0; i < 3 * model.getWidth(); i += 3, from += step) {
        rgb[i] = data[from + band[0]];
        rgb[i + 1] = data[from + band[1]];
        rgb[i + 2] = data[from + band[2]];
      }
    };
  }

  private static PixelRows ofPalette(Raster raster, IndexColorModel palette) {
    int[] argb = new int[palette.getMapSize()];
    palette.getRGBs(argb);
    int[] row = new int[raster.getWidth()];
    return (y, rgb) -> {
      raster.getSamples(0, y, row.length, 1, 0, row);
      for (int x = 0; x < row.length; x++) {
        putOnWhite(argb[row[x]], rgb, 3 * x);
      }
    };
  }

  private static PixelRows ofColourModel(BufferedImage image) {
    int[] row = new int[image.getWidth()];
    return (y, rgb) -> {
      image.getRGB(0, y, row.length, 1, row, 0, row.length);
      for (int x = 0; x < row.length; x++) {
        putOnWhite(row[x], rgb, 3 * x);
      }
    };
  }

  private static void putOnWhite(int argb, byte[] rgb, int at) {
    int alpha = argb >>> 24;
    rgb[at] = (byte) onWhite((argb >> 16) & 0xFF, alpha);
    rgb[at + 1] = (byte) onWhite((argb >> 8) & 0xFF, alpha);
    rgb[at + 2] = (byte) onWhite(argb & 0xFF, alpha);
  }

  /** A value of 0 to 255 whose alpha, 0 to 255, lets white through. */
  static int onWhite(int value, int alpha) {
    return alpha == 255 ? value : (value * alpha + 255 * (255 - alpha) + 127) / 255;
  }
}
