package io.faceservice.inference.image.container;

import io.faceservice.inference.image.container.Still.Coding;
import io.faceservice.inference.image.container.Still.Frame;
import io.faceservice.inference.image.container.Still.LosslessWebP;
import io.faceservice.inference.image.container.Still.LossyWebP;
import io.faceservice.inference.image.container.Still.Plain;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;

/** A WebP file (RFC 9649, section 2), simple or extended; of an animation the first frame. */
final class WebPFile {
  private static final int CONTAINER = 12;
  private static final String EXTENDED = "VP8X";
  private static final String LOSSLESS = "VP8L";
  private static final String LOSSY = "VP8 ";
  private static final int ANIMATION = 0x02;
  private static final int FRAME_HEADER = 16;
  private static final int LOSSLESS_SIGNATURE = 0x2F;
  private static final int LOSSY_SIGNATURE = 0x2A019D;

  private WebPFile() {}

  static Still inspect(byte[] file, SizeCheck size) {
    ByteBuffer in = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
    checkCanvas(in, size);
    long end = 8 + (in.getInt(4) & 0xFFFF_FFFFL);
    Unreadable.unless(end >= CONTAINER && end <= in.limit());
    RiffChunks chunks = RiffChunks.of(in.slice(CONTAINER, (int) end - CONTAINER));
    Optional<ByteBuffer> extended = chunks.find(EXTENDED);
    if (extended.isPresent()) {
      return extended(extended.get(), chunks, size);
    }
    Frame frame = frame(0, 0, chunks, size);
    return Still.whole(frame.width(), frame.height(), Orientation.UPRIGHT, coding(chunks));
  }

  /** The canvas of an extended file is known before its chunks are looked for. */
  private static void checkCanvas(ByteBuffer in, SizeCheck size) {
    if (in.getInt(CONTAINER) == 0x58385056) {
      size.require(canvasWidth(in, CONTAINER + 8), canvasHeight(in, CONTAINER + 8));
    }
  }

  private static int canvasWidth(ByteBuffer in, int header) {
    return 1 + RiffChunks.threeBytes(in, header + 4);
  }

  private static int canvasHeight(ByteBuffer in, int header) {
    return 1 + RiffChunks.threeBytes(in, header + 7);
  }

  private static Still extended(ByteBuffer header, RiffChunks chunks, SizeCheck size) {
    int width = canvasWidth(header, 0);
    int height = canvasHeight(header, 0);
    Orientation orientation =
        chunks.find("EXIF").map(WebPFile::orientation).orElse(Orientation.UPRIGHT);
    if ((header.get(0) & ANIMATION) == 0) {
      return new Still(width, height, frame(0, 0, chunks, size), orientation, coding(chunks));
    }
    ByteBuffer animated = chunks.get("ANMF");
    RiffChunks first = RiffChunks.of(animated.slice(FRAME_HEADER, animated.limit() - FRAME_HEADER));
    int x = 2 * RiffChunks.threeBytes(animated, 0);
    int y = 2 * RiffChunks.threeBytes(animated, 3);
    return new Still(width, height, frame(x, y, first, size), orientation, coding(first));
  }

  /** Some writers put JPEG's prefix before the EXIF data. */
  private static Orientation orientation(ByteBuffer exif) {
    boolean prefixed = exif.limit() > 6 && exif.get(0) == 'E';
    return TiffDirectory.orientationOf(prefixed ? exif.slice(6, exif.limit() - 6) : exif);
  }

  /** The size that the coded pixels themselves tell, whatever the container says. */
  private static Frame frame(int x, int y, RiffChunks chunks, SizeCheck size) {
    int width;
    int height;
    if (chunks.find(LOSSLESS).isPresent()) {
      ByteBuffer lossless = chunks.get(LOSSLESS);
      Unreadable.unless(lossless.get(0) == LOSSLESS_SIGNATURE);
      width = 1 + (lossless.getInt(1) & 0x3FFF);
      height = 1 + ((lossless.getInt(1) >> 14) & 0x3FFF);
    } else {
      ByteBuffer lossy = chunks.get(LOSSY);
      boolean keyFrame = (lossy.get(0) & 1) == 0;
      Unreadable.unless(keyFrame && RiffChunks.threeBytes(lossy, 3) == LOSSY_SIGNATURE);
      width = lossy.getShort(6) & 0x3FFF;
      height = lossy.getShort(8) & 0x3FFF;
    }
    size.require(width, height);
    return new Frame(x, y, width, height);
  }

  private static Coding coding(RiffChunks chunks) {
    Optional<ByteBuffer> lossless = chunks.find(LOSSLESS);
    if (lossless.isPresent()) {
      return new LosslessWebP(RiffChunks.bytes(lossless.get()));
    }
    Plain plain = new Plain(ImageFormat.WEBP, simpleFile(chunks.get(LOSSY)), true);
    return new LossyWebP(plain, chunks.find("ALPH").map(RiffChunks::bytes));
  }

  private static CodedBytes simpleFile(ByteBuffer frame) {
    int length = CONTAINER + 8 + frame.limit() + (frame.limit() & 1);
    ByteBuffer file = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
    file.put(new byte[] {'R', 'I', 'F', 'F'}).putInt(length - 8);
    file.put(new byte[] {'W', 'E', 'B', 'P', 'V', 'P', '8', ' '}).putInt(frame.limit());
    file.put(frame.duplicate().rewind());
    return new CodedBytes(file.array());
  }
}
