package io.faceservice.application.testkit;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/** PNG files, chunk by chunk: all colour types and depths, and what no encoder would write. */
public final class PngFiles {
  public static final int GREY = 0;
  public static final int RGB = 2;
  public static final int PALETTE = 3;
  public static final int GREY_ALPHA = 4;
  public static final int RGB_ALPHA = 6;

  private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  private PngFiles() {
    out.writeBytes(SIGNATURE);
  }

  /** A file that so far has a header alone. */
  public static PngFiles sized(int width, int height, int depth, int colourType) {
    byte[] header =
        ByteBuffer.allocate(13)
            .putInt(width)
            .putInt(height)
            .put((byte) depth)
            .put((byte) colourType)
            .array();
    return new PngFiles().chunk("IHDR", header);
  }

  public static PngFiles drawn(int depth, int colourType) {
    return sized(Pictures.WIDTH, Pictures.HEIGHT, depth, colourType);
  }

  public PngFiles chunk(String type, byte[] body) {
    byte[] name = type.getBytes(StandardCharsets.US_ASCII);
    CRC32 sum = new CRC32();
    sum.update(name);
    sum.update(body);
    ByteBuffer chunk = ByteBuffer.allocate(12 + body.length);
    out.writeBytes(
        chunk.putInt(body.length).put(name).put(body).putInt((int) sum.getValue()).array());
    return this;
  }

  /**
   * The drawn picture's rows, and the end.
   *
   * @param pixels gives the bytes of a pixel
   */
  public byte[] rows(PixelBytes pixels) {
    var rows = new ByteArrayOutputStream();
    for (int y = 0; y < Pictures.HEIGHT; y++) {
      rows.write(0); // no filter
      for (int x = 0; x < Pictures.WIDTH; x++) {
        rows.writeBytes(pixels.at(x, y));
      }
    }
    return chunk("IDAT", deflated(rows.toByteArray())).end();
  }

  public byte[] end() {
    return chunk("IEND", new byte[0]).out.toByteArray();
  }

  @FunctionalInterface
  public interface PixelBytes {
    byte[] at(int x, int y);
  }

  public static byte[] deflated(byte[] bytes) {
    Deflater deflater = new Deflater();
    deflater.setInput(bytes);
    deflater.finish();
    var out = new ByteArrayOutputStream();
    byte[] buffer = new byte[8192];
    while (!deflater.finished()) {
      out.write(buffer, 0, deflater.deflate(buffer));
    }
    deflater.end();
    return out.toByteArray();
  }
}
