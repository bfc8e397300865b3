package io.faceservice.inference.image.container;

import io.faceservice.inference.image.container.Still.Coding;
import io.faceservice.inference.image.container.Still.Ink;
import io.faceservice.inference.image.container.Still.Inked;
import io.faceservice.inference.image.container.Still.Plain;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * The first picture of a TIFF 6.0 file. A reader is shown the same bytes with a new directory at
 * their end, which holds the tags that pixels need and points to no other.
 */
final class TiffFile {
  private static final int WIDTH = 256;
  private static final int HEIGHT = 257;
  private static final int BITS_PER_SAMPLE = 258;
  private static final int COMPRESSION = 259;
  private static final int PHOTOMETRIC = 262;
  private static final int STRIP_OFFSETS = 273;
  private static final int SAMPLES_PER_PIXEL = 277;
  private static final int STRIP_BYTE_COUNTS = 279;
  private static final int TILE_WIDTH = 322;
  private static final int TILE_HEIGHT = 323;
  private static final int TILE_OFFSETS = 324;
  private static final int TILE_BYTE_COUNTS = 325;
  private static final int SAMPLE_FORMAT = 339;
  private static final int PRINTERS_INKS = 5;

  /** Also: fill order, rows per strip, planes, predictor, colour map, extra samples, YCbCr. */
  private static final List<Integer> NEEDED =
      List.of(
          WIDTH,
          HEIGHT,
          BITS_PER_SAMPLE,
          COMPRESSION,
          PHOTOMETRIC,
          266,
          STRIP_OFFSETS,
          SAMPLES_PER_PIXEL,
          278,
          STRIP_BYTE_COUNTS,
          284,
          317,
          320,
          TILE_WIDTH,
          TILE_HEIGHT,
          TILE_OFFSETS,
          TILE_BYTE_COUNTS,
          338,
          SAMPLE_FORMAT,
          529,
          530,
          531,
          532);

  /** None, LZW, Deflate (old and new), PackBits. */
  private static final Set<Long> COMPRESSIONS = Set.of(1L, 5L, 8L, 32_946L, 32_773L);

  /** White is zero, black is zero, RGB, palette, CMYK, YCbCr. */
  private static final Set<Long> COLOURS = Set.of(0L, 1L, 2L, 3L, 5L, 6L);

  private static final Set<Long> DEPTHS = Set.of(1L, 2L, 4L, 8L, 16L);
  private static final int MOST_SAMPLES = 5;
  private static final int LARGEST_TILE_SIDE = 4096;
  private static final int ENTRY = 12;

  private final SizeCheck size;
  private final byte[] file;
  private final TiffDirectory directory;

  private TiffFile(byte[] file, SizeCheck size) {
    this.size = size;
    this.file = file;
    this.directory = TiffDirectory.of(ByteBuffer.wrap(file));
  }

  static Still inspect(byte[] file, SizeCheck size) {
    return new TiffFile(file, size).read();
  }

  private Still read() {
    int width = side(WIDTH);
    int height = side(HEIGHT);
    size.require(width, height);
    checkSamples();
    checkBlocks();
    Plain plain = new Plain(ImageFormat.TIFF, new CodedBytes(withOneDirectory()), true);
    boolean inks = directory.number(PHOTOMETRIC, 1) == PRINTERS_INKS;
    Coding coding = inks ? new Inked(plain, Ink.CMYK) : plain;
    return Still.whole(width, height, directory.orientation(), coding);
  }

  private int side(int tag) {
    return (int) Math.min(Integer.MAX_VALUE, directory.number(tag, 0));
  }

  private void checkSamples() {
    supported(COMPRESSIONS.contains(directory.number(COMPRESSION, 1)), "compression");
    supported(COLOURS.contains(directory.number(PHOTOMETRIC, 1)), "colour space");
    long samples = directory.number(SAMPLES_PER_PIXEL, 1);
    supported(samples >= 1 && samples <= MOST_SAMPLES, "number of samples a pixel");
    long depth = directory.number(BITS_PER_SAMPLE, 1);
    supported(DEPTHS.contains(depth), "number of bits a sample");
    supported(
        Arrays.stream(directory.numbers(BITS_PER_SAMPLE)).allMatch(bits -> bits == depth),
        "mixture of sample sizes");
    supported(directory.number(SAMPLE_FORMAT, 1) == 1, "sample format");
  }

  private static void supported(boolean known, String feature) {
    if (!known) {
      throw Unreadable.because(
          "This TIFF's %s is not supported: save it as 8 or 16 bits grey, RGB or CMYK, "
                  .formatted(feature)
              + "uncompressed or with LZW, Deflate or PackBits.");
    }
  }

  /** Every strip or tile lies within the file, and none is much larger than its picture. */
  private void checkBlocks() {
    boolean tiled = directory.numbers(TILE_OFFSETS).length > 0;
    long[] offsets = directory.numbers(tiled ? TILE_OFFSETS : STRIP_OFFSETS);
    long[] sizes = directory.numbers(tiled ? TILE_BYTE_COUNTS : STRIP_BYTE_COUNTS);
    Unreadable.unless(offsets.length > 0 && offsets.length == sizes.length);
    for (int i = 0; i < offsets.length; i++) {
      Unreadable.unless(sizes[i] > 0 && offsets[i] + sizes[i] <= file.length);
    }
    for (int tag : new int[] {TILE_WIDTH, TILE_HEIGHT}) {
      long side = directory.number(tag, 1);
      supported(side >= 1 && side <= LARGEST_TILE_SIDE, "tile size");
    }
  }

  private byte[] withOneDirectory() {
    List<ByteBuffer> entries =
        NEEDED.stream().flatMap(tag -> directory.entry(tag).stream()).toList();
    int start = file.length + (file.length & 1);
    int length = 2 + ENTRY * entries.size() + 4;
    ByteBuffer copy = ByteBuffer.allocate(start + length).order(directory.order());
    copy.put(file).putInt(4, start);
    copy.position(start).putShort((short) entries.size());
    entries.forEach(copy::put);
    return copy.array();
  }
}
