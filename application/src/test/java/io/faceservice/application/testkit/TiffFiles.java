package io.faceservice.application.testkit;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.SortedMap;
import java.util.TreeMap;

/** TIFF files of one uncompressed strip, tag by tag, big-endian; and EXIF data, which are alike. */
public final class TiffFiles {
  public static final int WIDTH = 256;
  public static final int HEIGHT = 257;
  public static final int BITS_PER_SAMPLE = 258;
  public static final int COMPRESSION = 259;
  public static final int PHOTOMETRIC = 262;
  public static final int STRIP_OFFSETS = 273;
  public static final int ORIENTATION = 274;
  public static final int SAMPLES_PER_PIXEL = 277;
  public static final int ROWS_PER_STRIP = 278;
  public static final int STRIP_BYTE_COUNTS = 279;
  public static final int TILE_WIDTH = 322;
  public static final int TILE_HEIGHT = 323;
  public static final int EXTRA_SAMPLES = 338;

  private static final int HEADER = 8;
  private static final int SHORT = 3;
  private static final int LONG = 4;

  private final SortedMap<Integer, int[]> tags = new TreeMap<>();

  private TiffFiles() {}

  /** EXIF data that tell an orientation and nothing else. */
  public static byte[] exif(int orientation) {
    return new TiffFiles().tag(ORIENTATION, orientation).file(new byte[0]);
  }

  /** A file of the drawn picture's size. */
  public static TiffFiles drawn(int photometric, int samples, int bits) {
    return sized(Pictures.WIDTH, Pictures.HEIGHT, photometric, samples, bits);
  }

  public static TiffFiles sized(int width, int height, int photometric, int samples, int bits) {
    int[] depths = new int[samples];
    Arrays.fill(depths, bits);
    return new TiffFiles()
        .tag(WIDTH, width)
        .tag(HEIGHT, height)
        .tag(BITS_PER_SAMPLE, depths)
        .tag(COMPRESSION, 1)
        .tag(PHOTOMETRIC, photometric)
        .tag(SAMPLES_PER_PIXEL, samples)
        .tag(ROWS_PER_STRIP, height)
        .tag(STRIP_OFFSETS, HEADER);
  }

  public TiffFiles tag(int tag, int... values) {
    tags.put(tag, values);
    return this;
  }

  public byte[] pixels(PngFiles.PixelBytes pixels) {
    var data = new ByteArrayOutputStream();
    for (int y = 0; y < Pictures.HEIGHT; y++) {
      for (int x = 0; x < Pictures.WIDTH; x++) {
        data.writeBytes(pixels.at(x, y));
      }
    }
    return tag(STRIP_BYTE_COUNTS, data.size()).file(data.toByteArray());
  }

  /** Header, data, long values, directory. */
  public byte[] file(byte[] data) {
    var values = new ByteArrayOutputStream();
    int valuesAt = HEADER + data.length + (data.length & 1);
    ByteBuffer directory = ByteBuffer.allocate(2 + 12 * tags.size() + 4);
    directory.putShort((short) tags.size());
    for (var tag : tags.entrySet()) {
      int[] numbers = tag.getValue();
      boolean inline = numbers.length == 1;
      directory.putShort(tag.getKey().shortValue());
      directory.putShort((short) (inline ? LONG : SHORT)).putInt(numbers.length);
      directory.putInt(inline ? numbers[0] : valuesAt + values.size());
      for (int number : inline ? new int[0] : numbers) {
        values.writeBytes(ByteBuffer.allocate(2).putShort((short) number).array());
      }
    }
    int directoryAt = valuesAt + values.size();
    ByteBuffer file = ByteBuffer.allocate(directoryAt + directory.capacity());
    file.put(new byte[] {'M', 'M', 0, 42}).putInt(directoryAt).put(data);
    file.position(valuesAt).put(values.toByteArray()).put(directory.array());
    return file.array();
  }
}
