package io.faceservice.application.testkit;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** WebP files put together from chunks; the coded pixels come from the committed pictures. */
public final class WebPFiles {
  private static final int EXIF_FLAG = 0x08;
  private static final int ALPHA_FLAG = 0x10;

  private WebPFiles() {}

  /** The lossless picture, turned by EXIF. */
  public static byte[] oriented(int orientation) {
    return container(
        chunk("VP8X", canvas(EXIF_FLAG, Pictures.WIDTH, Pictures.HEIGHT)),
        firstChunk(Pictures.resource("lossless.webp")),
        chunk("EXIF", TiffFiles.exif(orientation)));
  }

  /** The lossy picture with alpha that is not compressed, and filtered from the left. */
  public static byte[] withPlainAlpha() {
    byte[] alpha = new byte[1 + Pictures.WIDTH * Pictures.HEIGHT];
    alpha[0] = 0x04; // no compression, horizontal filter
    for (int y = 0; y < Pictures.HEIGHT; y++) {
      for (int x = 1; x < Pictures.WIDTH; x++) {
        int step = Pictures.alpha(x) - Pictures.alpha(x - 1);
        alpha[1 + y * Pictures.WIDTH + x] = (byte) step;
      }
    }
    return container(
        chunk("VP8X", canvas(ALPHA_FLAG, Pictures.WIDTH, Pictures.HEIGHT)),
        chunk("ALPH", alpha),
        firstChunk(Pictures.resource("lossy.webp")));
  }

  /** An extended header of ten bytes. */
  public static byte[] canvas(int flags, int width, int height) {
    ByteBuffer header = ByteBuffer.allocate(12).order(ByteOrder.LITTLE_ENDIAN);
    header.put(0, (byte) flags).putInt(4, width - 1).putInt(7, height - 1);
    return Arrays.copyOf(header.array(), 10);
  }

  public static byte[] chunk(String name, byte[] body) {
    int padding = body.length & 1;
    return ByteBuffer.allocate(8 + body.length + padding)
        .order(ByteOrder.LITTLE_ENDIAN)
        .put(name.getBytes(StandardCharsets.US_ASCII))
        .putInt(body.length)
        .put(body)
        .array();
  }

  public static byte[] container(byte[]... chunks) {
    int size = 4;
    for (byte[] chunk : chunks) {
      size += chunk.length;
    }
    ByteBuffer file = ByteBuffer.allocate(8 + size).order(ByteOrder.LITTLE_ENDIAN);
    file.put("RIFF".getBytes(StandardCharsets.US_ASCII)).putInt(size);
    file.put("WEBP".getBytes(StandardCharsets.US_ASCII));
    for (byte[] chunk : chunks) {
      file.put(chunk);
    }
    return file.array();
  }

  /** The one chunk of a simple file. */
  public static byte[] firstChunk(byte[] webp) {
    return Arrays.copyOfRange(webp, 12, webp.length);
  }
}
