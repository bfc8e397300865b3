package io.faceservice.inference.image.container;

import io.faceservice.inference.image.container.Still.Plain;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** The headers of a BMP file: the file header, then OS/2's of 12 bytes or Windows' of 40 to 124. */
final class BmpFile {
  private static final int FILE_HEADER = 14;
  private static final int OS2_HEADER = 12;
  private static final int LONGEST_HEADER = 124;
  private static final int RLE8 = 1;
  private static final int RLE4 = 2;
  private static final int BIT_FIELDS = 3;

  private final SizeCheck size;
  private final ByteBuffer in;

  private BmpFile(byte[] file, SizeCheck size) {
    this.size = size;
    in = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
  }

  static Still inspect(byte[] file, SizeCheck size) {
    return new BmpFile(file, size).walk();
  }

  private Still walk() {
    int headerSize = in.getInt(FILE_HEADER);
    boolean os2 = headerSize == OS2_HEADER;
    Unreadable.unless(os2 || (headerSize >= 40 && headerSize <= LONGEST_HEADER));
    int width = os2 ? in.getShort(18) & 0xFFFF : in.getInt(18);
    int height = os2 ? in.getShort(20) & 0xFFFF : Math.abs(in.getInt(22));
    Unreadable.unless(width > 0 && height > 0);
    size.require(width, height);
    int bits = in.getShort(os2 ? 24 : 28);
    int compression = os2 ? 0 : in.getInt(30);
    checkCompression(compression);
    checkPalette(headerSize, bits);
    checkData(width, height, bits, compression);
    Plain plain = new Plain(ImageFormat.BMP, new CodedBytes(withoutProfile(headerSize)), true);
    return Still.whole(width, height, Orientation.UPRIGHT, plain);
  }

  /** A BMP may also wrap a JPEG or a PNG, for printers. */
  private static void checkCompression(int compression) {
    if (compression != 0
        && compression != RLE8
        && compression != RLE4
        && compression != BIT_FIELDS) {
      throw Unreadable.because("This BMP's compression is not supported: save it uncompressed.");
    }
  }

  private void checkPalette(int headerSize, int bits) {
    Unreadable.unless(
        bits == 1 || bits == 4 || bits == 8 || bits == 16 || bits == 24 || bits == 32);
    int colours = headerSize == OS2_HEADER ? 0 : in.getInt(46);
    Unreadable.unless(colours >= 0 && colours <= 256);
    int offset = in.getInt(10);
    Unreadable.unless(offset >= FILE_HEADER + headerSize && offset <= in.limit());
  }

  private void checkData(int width, int height, int bits, int compression) {
    boolean runLengths = compression == RLE4 || compression == RLE8;
    long row = ((long) width * bits + 31) / 32 * 4;
    long dataSize = runLengths ? in.getInt(34) & 0xFFFF_FFFFL : row * height;
    Unreadable.unless(dataSize <= in.limit() - in.getInt(10));
  }

  /** Version 5 headers point to a colour profile by size; the pixels are read without it. */
  private byte[] withoutProfile(int headerSize) {
    byte[] file = in.array();
    if (headerSize < LONGEST_HEADER) {
      return file;
    }
    byte[] copy = file.clone();
    ByteBuffer.wrap(copy)
        .order(ByteOrder.LITTLE_ENDIAN)
        .putInt(FILE_HEADER + 56, 0x73524742) // the colour space: sRGB
        .putLong(FILE_HEADER + 112, 0); // offset and size of the profile
    return copy;
  }
}
