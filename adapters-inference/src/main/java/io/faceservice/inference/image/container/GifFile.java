package io.faceservice.inference.image.container;

import io.faceservice.inference.image.container.Still.Frame;
import io.faceservice.inference.image.container.Still.Plain;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** The blocks of a GIF file (GIF89a specification), up to the end of its first frame. */
final class GifFile {
  private static final int SCREEN = 13;
  private static final int DESCRIPTOR = 10;
  private static final int EXTENSION = 0x21;
  private static final int GRAPHIC_CONTROL = 0xF9;
  private static final int IMAGE = 0x2C;
  private static final int TRAILER = 0x3B;

  private final SizeCheck size;
  private final ByteBuffer in;
  private final ByteArrayOutputStream essence = new ByteArrayOutputStream();

  private GifFile(byte[] file, SizeCheck size) {
    this.size = size;
    in = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
  }

  static Still inspect(byte[] file, SizeCheck size) {
    return new GifFile(file, size).walk();
  }

  private Still walk() {
    int screenWidth = in.getShort(6) & 0xFFFF;
    int screenHeight = in.getShort(8) & 0xFFFF;
    size.require(screenWidth, screenHeight);
    in.position(SCREEN);
    skipColours(in.get(10));
    essence.write(in.array(), 0, in.position());
    skipToImage();
    Frame frame = image();
    // A frame that sticks out widens the canvas, as it does in browsers.
    int width = Math.max(screenWidth, frame.x() + frame.width());
    int height = Math.max(screenHeight, frame.y() + frame.height());
    size.require(width, height);
    Plain plain = new Plain(ImageFormat.GIF, new CodedBytes(essence.toByteArray()), true);
    return new Still(width, height, frame, Orientation.UPRIGHT, plain);
  }

  private void skipToImage() {
    int control = -1;
    int block = in.get();
    while (block == EXTENSION) {
      int start = in.position() - 1;
      if ((in.get() & 0xFF) == GRAPHIC_CONTROL) {
        control = start;
      }
      skipSubBlocks();
      block = in.get();
    }
    Unreadable.unless(block == IMAGE);
    if (control >= 0 && in.get(control + 2) == 4) {
      essence.write(in.array(), control, 8);
    }
  }

  private Frame image() {
    int start = in.position() - 1;
    Frame frame =
        new Frame(
            in.getShort(start + 1) & 0xFFFF,
            in.getShort(start + 3) & 0xFFFF,
            in.getShort(start + 5) & 0xFFFF,
            in.getShort(start + 7) & 0xFFFF);
    in.position(start + DESCRIPTOR);
    skipColours(in.get(start + 9));
    in.get(); // the size of the first code
    skipSubBlocks();
    essence.write(in.array(), start, in.position() - start);
    essence.write(TRAILER);
    return frame;
  }

  private void skipColours(byte flags) {
    if ((flags & 0x80) != 0) {
      in.position(in.position() + 3 * (2 << (flags & 7)));
    }
  }

  private void skipSubBlocks() {
    for (int size = in.get() & 0xFF; size > 0; size = in.get() & 0xFF) {
      in.position(in.position() + size);
    }
  }
}
