package io.faceservice.application.testkit;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.provider.Arguments;

/**
 * Files of a few bytes whose headers declare a picture of any size, and have none of its pixels.
 */
public final class ForgedPictures {
  private ForgedPictures() {}

  /** One of each kind: its name, and the file. */
  static List<Arguments> declaring(int width, int height) {
    int most = 16_383; // of a WebP frame
    return List.of(
        Arguments.of("PNG", png(width, height)),
        Arguments.of("PNG, endless", png(Integer.MAX_VALUE, Integer.MAX_VALUE)),
        Arguments.of("PNG, long", png(Integer.MAX_VALUE, 1)),
        Arguments.of("JPEG", jpeg(width, height)),
        Arguments.of("JPEG progressive", progressiveJpeg(width, height)),
        Arguments.of("GIF screen", gif(width, height)),
        Arguments.of("GIF frame", gifFrame(width, height)),
        Arguments.of("BMP", bmp(width, height)),
        Arguments.of("BMP, top down", bmp(width, -height)),
        Arguments.of("TIFF", tiff(width, height)),
        Arguments.of("TIFF, endless", tiff(Integer.MAX_VALUE, Integer.MAX_VALUE)),
        Arguments.of("WebP canvas", webp(width, height)),
        Arguments.of("WebP lossless", losslessWebp(most, most)),
        Arguments.of("WebP lossy", lossyWebp(most, most)));
  }

  public static byte[] png(int width, int height) {
    return PngFiles.sized(width, height, 8, PngFiles.RGB)
        .chunk("IDAT", PngFiles.deflated(new byte[1000]))
        .end();
  }

  /** The drawn JPEG with another size in its frame header. */
  public static byte[] jpeg(int width, int height) {
    return withFrameSize(Pictures.jpeg(), 0xC0, width, height);
  }

  public static byte[] progressiveJpeg(int width, int height) {
    return withFrameSize(Pictures.progressiveJpeg(), 0xC2, width, height);
  }

  /** The drawn GIF on another screen. */
  public static byte[] gif(int width, int height) {
    return withShorts(Pictures.gif(), 6, width, height);
  }

  /** The drawn GIF, whose screen is small and whose frame is not. */
  public static byte[] gifFrame(int width, int height) {
    byte[] gif = Pictures.gif();
    int colours = 3 * (2 << (gif[10] & 7));
    int frame = 13 + ((gif[10] & 0x80) == 0 ? 0 : colours);
    while (gif[frame] == 0x21) {
      frame += 2;
      while (gif[frame] != 0) {
        frame += 1 + (gif[frame] & 0xFF);
      }
      frame++;
    }
    return withShorts(gif, frame + 5, width, height);
  }

  public static byte[] bmp(int width, int height) {
    byte[] bmp = Pictures.bmp();
    ByteBuffer.wrap(bmp).order(ByteOrder.LITTLE_ENDIAN).putInt(18, width).putInt(22, height);
    return bmp;
  }

  public static byte[] tiff(int width, int height) {
    byte[] data = new byte[100];
    return TiffFiles.sized(width, height, 2, 3, 8)
        .tag(TiffFiles.STRIP_BYTE_COUNTS, data.length)
        .file(data);
  }

  /** An extended WebP's canvas. */
  public static byte[] webp(int width, int height) {
    return WebPFiles.container(WebPFiles.chunk("VP8X", WebPFiles.canvas(0, width, height)));
  }

  /** The lossless WebP's own size, 16,384 at most. */
  public static byte[] losslessWebp(int width, int height) {
    byte[] webp = Pictures.resource("lossless.webp");
    ByteBuffer.wrap(webp)
        .order(ByteOrder.LITTLE_ENDIAN)
        .putInt(21, (width - 1) | ((height - 1) << 14));
    return webp;
  }

  /** The lossy WebP's own size, 16,383 at most. */
  public static byte[] lossyWebp(int width, int height) {
    return withShorts(Pictures.resource("lossy.webp"), 26, width, height);
  }

  private static byte[] withShorts(byte[] file, int at, int first, int second) {
    byte[] forged = file.clone();
    ByteBuffer.wrap(forged)
        .order(ByteOrder.LITTLE_ENDIAN)
        .putShort(at, (short) first)
        .putShort(at + 2, (short) second);
    return forged;
  }

  private static byte[] withFrameSize(byte[] jpeg, int marker, int width, int height) {
    byte[] forged = Arrays.copyOf(jpeg, jpeg.length);
    int at = 2;
    while ((forged[at + 1] & 0xFF) != marker) {
      at += 2 + (ByteBuffer.wrap(forged).getShort(at + 2) & 0xFFFF);
    }
    ByteBuffer.wrap(forged).putShort(at + 5, (short) height).putShort(at + 7, (short) width);
    return forged;
  }
}
