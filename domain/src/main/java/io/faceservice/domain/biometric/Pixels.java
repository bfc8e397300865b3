package io.faceservice.domain.biometric;

/**
 * A decoded, upright picture: {@code height × width} pixels of 8-bit RGB. Immutable, and so safe to
 * share between threads.
 *
 * <p>Coordinates count from the top left; the pixel (0, 0) covers the square from (0, 0) to (1, 1),
 * so its centre is at (0.5, 0.5).
 */
public final class Pixels {
  /** Channels of a pixel, in this order: red, green, blue. */
  public static final int CHANNELS = 3;

  private final int width;
  private final int height;
  private final byte[] rgb;

  private Pixels(int width, int height, byte[] rgb) {
    this.width = width;
    this.height = height;
    this.rgb = rgb;
  }

  /**
   * Takes over an array of {@code height × width × 3} bytes, row by row, red first. The caller
   * gives the array away: a picture is tens of megabytes and is not copied.
   */
  public static Pixels ofRgb(int width, int height, byte[] rgb) {
    if (width < 1 || height < 1 || rgb.length != width * height * CHANNELS) {
      throw new IllegalArgumentException(
          "%d bytes are not %d x %d RGB pixels".formatted(rgb.length, width, height));
    }
    return new Pixels(width, height, rgb);
  }

  public int width() {
    return width;
  }

  public int height() {
    return height;
  }

  /**
   * One channel of one pixel, 0 to 255.
   *
   * @param channel 0 red, 1 green, 2 blue
   */
  public int at(int x, int y, int channel) {
    return rgb[(y * width + x) * CHANNELS + channel] & 0xFF;
  }

  /** One pixel: red in bits 16 to 23, green in 8 to 15, blue in 0 to 7; all else is 0. */
  public int rgb(int x, int y) {
    int i = (y * width + x) * CHANNELS;
    return ((rgb[i] & 0xFF) << 16) | ((rgb[i + 1] & 0xFF) << 8) | (rgb[i + 2] & 0xFF);
  }

  /**
   * Copies a part of a row: red, green and blue of each pixel, 0 to 255 as unsigned bytes.
   *
   * @param x the first pixel
   * @param into three bytes for each pixel that is wanted
   */
  public void copyRow(int x, int y, byte[] into) {
    System.arraycopy(rgb, (y * width + x) * CHANNELS, into, 0, into.length);
  }

  /** Luma of one pixel, 0 to 255, by ITU-R BT.601: 0.299 R + 0.587 G + 0.114 B. */
  public float luma(int x, int y) {
    int i = (y * width + x) * CHANNELS;
    return 0.299f * (rgb[i] & 0xFF) + 0.587f * (rgb[i + 1] & 0xFF) + 0.114f * (rgb[i + 2] & 0xFF);
  }

  @Override
  public String toString() {
    return "Pixels[" + width + "x" + height + "]";
  }
}
