package io.faceservice.inference.image.container;

import io.faceservice.inference.image.container.Still.Coding;
import io.faceservice.inference.image.container.Still.Ink;
import io.faceservice.inference.image.container.Still.Inked;
import io.faceservice.inference.image.container.Still.Plain;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * The markers of a JPEG file (ITU-T T.81, annex B), walked from start to end. Application data stay
 * behind, but for the two kinds that say how colours are stored.
 */
final class JpegFile {
  private static final int START_OF_IMAGE = 0xD8;
  private static final int END_OF_IMAGE = 0xD9;
  private static final int START_OF_SCAN = 0xDA;
  private static final int JFIF = 0xE0;
  private static final int EXIF = 0xE1;
  private static final int ADOBE = 0xEE;
  private static final int COMMENT = 0xFE;
  private static final int ADOBE_YCCK = 2;

  /** Each scan is a pass over the whole picture; encoders make up to about 20. */
  private static final int MAX_SCANS = 32;

  private final SizeCheck size;
  private final ByteBuffer in;
  private final ByteArrayOutputStream essence;
  private Orientation orientation = Orientation.UPRIGHT;
  private int adobeTransform;
  private boolean ended;
  private int scans;
  private int width;
  private int height;
  private JpegScans coverage = new JpegScans();

  private JpegFile(byte[] file, SizeCheck size) {
    this.size = size;
    in = ByteBuffer.wrap(file);
    essence = new ByteArrayOutputStream(file.length + 2);
  }

  static Still inspect(byte[] file, SizeCheck size) {
    return new JpegFile(file, size).walk();
  }

  private Still walk() {
    writeMarker(START_OF_IMAGE);
    in.position(2);
    while (!ended && in.remaining() > 1) {
      if (in.get() == (byte) 0xFF) {
        marker(in.get() & 0xFF);
      }
    }
    writeMarker(END_OF_IMAGE);
    Unreadable.unless(scans > 0 && width > 0 && height > 0);
    Unreadable.unless(ended || coverage.isComplete());
    return Still.whole(width, height, orientation, coding());
  }

  private Coding coding() {
    Plain plain = new Plain(ImageFormat.JPEG, new CodedBytes(essence.toByteArray()), ended);
    if (coverage.components() < 4) {
      return plain;
    }
    Ink ink = adobeTransform == ADOBE_YCCK ? Ink.INVERTED_YCCK : Ink.INVERTED_CMYK;
    return new Inked(plain, ink);
  }

  private void marker(int code) {
    switch (code) {
      case 0xFF -> in.position(in.position() - 1); // a fill byte before a marker
      case END_OF_IMAGE -> ended = true;
      case 0x00, 0x01, START_OF_IMAGE, 0xD0, 0xD1, 0xD2, 0xD3, 0xD4, 0xD5, 0xD6, 0xD7 -> {}
      default -> segment(code);
    }
  }

  private void segment(int code) {
    int start = in.position();
    int length = in.getShort(start) & 0xFFFF;
    Unreadable.unless(length >= 2 && length <= in.remaining());
    ByteBuffer body = in.slice(start + 2, length - 2);
    in.position(start + length);
    if (keeps(code, body)) {
      writeMarker(code);
      essence.write(in.array(), start, length);
    }
    if (code == START_OF_SCAN) {
      countScan();
      coverage.scan(body);
      entropyCodedData();
    }
  }

  private void countScan() {
    if (++scans > MAX_SCANS) {
      throw Unreadable.because("A JPEG of so many scans is not accepted: save it as baseline.");
    }
  }

  private boolean keeps(int code, ByteBuffer body) {
    return switch (code) {
      case JFIF -> startsWith(body, "JFIF\0");
      case EXIF -> readOrientation(body);
      case ADOBE -> readTransform(body);
      case 0xC0, 0xC1, 0xC2 -> readFrame(code, body);
      case 0xC3, 0xC5, 0xC6, 0xC7, 0xC8, 0xC9, 0xCA, 0xCB, 0xCC, 0xCD, 0xCE, 0xCF ->
          throw Unreadable.because(
              "This kind of JPEG (lossless, arithmetic or hierarchical) is not supported: "
                  + "save it as baseline or progressive.");
      default -> code != COMMENT && (code < 0xE0 || code > 0xEF);
    };
  }

  private boolean readOrientation(ByteBuffer body) {
    if (startsWith(body, "Exif\0\0") && orientation == Orientation.UPRIGHT) {
      orientation = TiffDirectory.orientationOf(body.slice(6, body.limit() - 6));
    }
    return false;
  }

  private boolean readTransform(ByteBuffer body) {
    boolean adobe = startsWith(body, "Adobe") && body.limit() >= 12;
    adobeTransform = adobe ? body.get(11) : adobeTransform;
    return adobe;
  }

  private boolean readFrame(int code, ByteBuffer body) {
    Unreadable.unless(width == 0);
    if (body.get(0) != 8) {
      throw Unreadable.because("A JPEG of 12 bits a sample is not supported: save it with 8.");
    }
    height = body.getShort(1) & 0xFFFF;
    width = body.getShort(3) & 0xFFFF;
    size.require(width, height);
    coverage = JpegScans.ofFrame(code == 0xC2, body);
    return true;
  }

  /** Everything up to the next marker that is not a restart marker or a stuffed zero. */
  private void entropyCodedData() {
    byte[] file = in.array();
    int start = in.position();
    int end = start;
    while (end < file.length && !(file[end] == (byte) 0xFF && endsScan(file, end + 1))) {
      end++;
    }
    essence.write(file, start, end - start);
    in.position(end);
  }

  private static boolean endsScan(byte[] file, int next) {
    if (next >= file.length) {
      return true;
    }
    int code = file[next] & 0xFF;
    return code != 0x00 && code != 0xFF && (code < 0xD0 || code > 0xD7);
  }

  private void writeMarker(int code) {
    essence.write(0xFF);
    essence.write(code);
  }

  private static boolean startsWith(ByteBuffer body, String identifier) {
    byte[] expected = identifier.getBytes(StandardCharsets.US_ASCII);
    return body.limit() >= expected.length
        && body.slice(0, expected.length).equals(ByteBuffer.wrap(expected));
  }
}
