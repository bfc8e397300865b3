package io.faceservice.application.testkit;

import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import javax.imageio.IIOImage;

/** JPEG files with segments put in: EXIF, colour profiles, Adobe's word on inks. */
public final class JpegFiles {
  /** How much light black ink lets through in the pictures in ink, of 255. */
  public static final int BLACK_LIGHT = 200;

  private static final int EXIF = 0xE1;
  private static final int COLOUR_PROFILE = 0xE2;
  private static final int ADOBE = 0xEE;

  private JpegFiles() {}

  /** The same file, turned by EXIF. */
  public static byte[] oriented(byte[] jpeg, int orientation) {
    byte[] exif = TiffFiles.exif(orientation);
    byte[] prefix = "Exif\0\0".getBytes(StandardCharsets.US_ASCII);
    ByteBuffer body = ByteBuffer.allocate(prefix.length + exif.length);
    return withSegment(jpeg, EXIF, body.put(prefix).put(exif).array());
  }

  public static byte[] withColourProfile(byte[] jpeg, byte[] profile) {
    byte[] prefix = "ICC_PROFILE\0\1\1".getBytes(StandardCharsets.US_ASCII);
    ByteBuffer body = ByteBuffer.allocate(prefix.length + profile.length);
    return withSegment(jpeg, COLOUR_PROFILE, body.put(prefix).put(profile).array());
  }

  /** The drawn picture in cyan, magenta, yellow and black, stored inverted as everyone does. */
  public static byte[] cmyk() {
    return fourComponents(
        (x, y) -> {
          int rgb = Pictures.rgb(x, y);
          return new int[] {(rgb >> 16) & 0xFF, (rgb >> 8) & 0xFF, rgb & 0xFF, BLACK_LIGHT};
        });
  }

  /** As {@link #cmyk()}, said by Adobe's segment to be so. */
  public static byte[] adobeCmyk() {
    return withSegment(cmyk(), ADOBE, adobe(0));
  }

  /** The same, as luma and chroma of the inks. */
  public static byte[] adobeYcck() {
    byte[] jpeg =
        fourComponents(
            (x, y) -> {
              int rgb = Pictures.rgb(x, y);
              int red = 255 - ((rgb >> 16) & 0xFF);
              int green = 255 - ((rgb >> 8) & 0xFF);
              int blue = 255 - (rgb & 0xFF);
              double luma = 0.299 * red + 0.587 * green + 0.114 * blue;
              int blueness = (int) Math.round(128 + (blue - luma) / 1.772);
              int redness = (int) Math.round(128 + (red - luma) / 1.402);
              return new int[] {
                (int) Math.round(luma), Math.min(255, blueness), Math.min(255, redness), BLACK_LIGHT
              };
            });
    return withSegment(jpeg, ADOBE, adobe(2));
  }

  /** What red, green or blue becomes under the black ink of these pictures. */
  public static int underBlack(int colour) {
    return colour * BLACK_LIGHT / 255;
  }

  @FunctionalInterface
  private interface Inks {
    int[] at(int x, int y);
  }

  private static byte[] fourComponents(Inks inks) {
    WritableRaster raster =
        Raster.createInterleavedRaster(0, Pictures.WIDTH, Pictures.HEIGHT, 4, null);
    for (int y = 0; y < Pictures.HEIGHT; y++) {
      for (int x = 0; x < Pictures.WIDTH; x++) {
        raster.setPixel(x, y, inks.at(x, y));
      }
    }
    return Pictures.encoded(new IIOImage(raster, null, null), "jpeg", param -> {});
  }

  private static byte[] adobe(int transform) {
    byte[] body = "Adobe\0\144\0\0\0\0\0".getBytes(StandardCharsets.US_ASCII);
    body[11] = (byte) transform;
    return body;
  }

  /** Puts a segment right after the start of the image. */
  public static byte[] withSegment(byte[] jpeg, int marker, byte[] body) {
    ByteBuffer file = ByteBuffer.allocate(jpeg.length + 4 + body.length);
    file.put(jpeg, 0, 2);
    file.put((byte) 0xFF).put((byte) marker).putShort((short) (body.length + 2)).put(body);
    return file.put(jpeg, 2, jpeg.length - 2).array();
  }
}
