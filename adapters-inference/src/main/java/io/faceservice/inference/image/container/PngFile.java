package io.faceservice.inference.image.container;

import io.faceservice.inference.image.container.Still.Plain;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.zip.CRC32;

/**
 * The chunks of a PNG file (ISO/IEC 15948, section 5): header, palette, transparency and image data
 * are checked and kept, EXIF is read, the rest stays behind.
 */
final class PngFile {
  private static final int SIGNATURE = 8;
  private static final int HEADER = 0x49484452; // IHDR
  private static final int PALETTE = 0x504C5445; // PLTE
  private static final int TRANSPARENCY = 0x74524E53; // tRNS
  private static final int DATA = 0x49444154; // IDAT
  private static final int EXIF = 0x65584966; // eXIf
  private static final int END = 0x49454E44; // IEND

  private final SizeCheck size;
  private final ByteBuffer in;
  private final ByteArrayOutputStream essence;
  private Orientation orientation = Orientation.UPRIGHT;
  private boolean hasData;
  private boolean ended;

  private PngFile(byte[] file, SizeCheck size) {
    this.size = size;
    in = ByteBuffer.wrap(file);
    essence = new ByteArrayOutputStream(file.length);
  }

  static Still inspect(byte[] file, SizeCheck size) {
    return new PngFile(file, size).walk();
  }

  private Still walk() {
    essence.write(in.array(), 0, SIGNATURE);
    Unreadable.unless(in.getInt(SIGNATURE + 4) == HEADER);
    int width = in.getInt(SIGNATURE + 8);
    int height = in.getInt(SIGNATURE + 12);
    size.require(width, height);
    in.position(SIGNATURE);
    while (!ended) {
      chunk();
    }
    Unreadable.unless(hasData);
    Plain plain = new Plain(ImageFormat.PNG, new CodedBytes(essence.toByteArray()), true);
    return Still.whole(width, height, orientation, plain);
  }

  private void chunk() {
    int start = in.position();
    int length = in.getInt();
    int type = in.getInt();
    Unreadable.unless(length >= 0 && length <= in.remaining() - 4);
    switch (type) {
      case HEADER -> Unreadable.unless(start == SIGNATURE);
      case DATA -> hasData = true;
      case END -> ended = true;
      case EXIF -> orientation = TiffDirectory.orientationOf(in.slice(start + 8, length));
      default -> {}
    }
    if (isNeeded(type)) {
      checkSum(start + 4, length + 4);
      essence.write(in.array(), start, length + 12);
    }
    in.position(start + length + 12);
  }

  private static boolean isNeeded(int type) {
    return switch (type) {
      case HEADER, PALETTE, TRANSPARENCY, DATA, END -> true;
      default -> false;
    };
  }

  private void checkSum(int offset, int length) {
    CRC32 sum = new CRC32();
    sum.update(in.array(), offset, length);
    Unreadable.unless((int) sum.getValue() == in.getInt(offset + length));
  }
}
