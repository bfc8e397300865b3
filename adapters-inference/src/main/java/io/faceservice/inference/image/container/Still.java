package io.faceservice.inference.image.container;

import java.util.Optional;

/**
 * The one picture that an image file speaks for, not yet decoded.
 *
 * @param width of the canvas, in pixels, at least 1
 * @param height of the canvas, in pixels, at least 1
 * @param frame where on the canvas the coded pixels lie; what they leave free is white
 * @param orientation how to turn the canvas
 * @param coding the pixels, and how they are coded
 */
public record Still(int width, int height, Frame frame, Orientation orientation, Coding coding) {

  /** A rectangle of coded pixels whose top left corner is at (x, y) of the canvas. */
  public record Frame(int x, int y, int width, int height) {
    public Frame {
      Unreadable.unless(x >= 0 && y >= 0 && width > 0 && height > 0);
    }
  }

  public Still {
    Unreadable.unless(width > 0 && height > 0);
    Unreadable.unless((long) frame.x() + frame.width() <= width);
    Unreadable.unless((long) frame.y() + frame.height() <= height);
  }

  /** A picture whose coded pixels are its canvas. */
  static Still whole(int width, int height, Orientation orientation, Coding coding) {
    return new Still(width, height, new Frame(0, 0, width, height), orientation, coding);
  }

  /**
   * Coded pixels. Each is cut down to what pixels need: no metadata, no colour profile, no
   * thumbnail, no second picture. So a reader meets none of those.
   */
  public sealed interface Coding {}

  /** A file for the ImageIO reader of its format, whose colours the reader turns into RGB. */
  public record Plain(ImageFormat format, CodedBytes file, boolean complete) implements Coding {}

  /** A file for the ImageIO reader of its format, to be read as four samples of ink a pixel. */
  public record Inked(Plain plain, Ink ink) implements Coding {}

  /** A VP8L bit stream, from its signature byte on. */
  public record LosslessWebP(CodedBytes stream) implements Coding {}

  /** A WebP file with nothing but a VP8 frame, and the ALPH chunk beside it. */
  public record LossyWebP(Plain plain, Optional<CodedBytes> alpha) implements Coding {}

  /** What four samples of a printer's pixel mean. */
  public enum Ink {
    /** Cyan, magenta, yellow, black; 0 is no ink. */
    CMYK,
    /** The same; 0 is full ink, as Adobe and all that follow it store CMYK in JPEG. */
    INVERTED_CMYK,
    /** As {@link #INVERTED_CMYK}, its first three samples as luma and chroma. */
    INVERTED_YCCK
  }
}
