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
    if (image.getType() == BufferedImage.TYPE_3BYTE_BGR && isWhole(raster)) {
      return ofBgr(((DataBufferByte) raster.getDataBuffer()).getData(), raster.getWidth());
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

  private static boolean isWhole(Raster raster) {
    return raster.getParent() == null
        && raster.getSampleModel() instanceof PixelInterleavedSampleModel model
        && model.getScanlineStride() == 3 * raster.getWidth();
  }

  private static PixelRows ofBgr(byte[] bgr, int width) {
    return (y, rgb) -> {
      int from = y * width * 3;
      for (int i = 0; i < 3 * width; i += 3) {
        rgb[i] = bgr[from + i + 2];
        rgb[i + 1] = bgr[from + i + 1];
        rgb[i + 2] = bgr[from + i];
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
