package io.faceservice.inference.image.container;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Collectors;

/** The kinds of image file that are accepted, told apart by their first bytes alone. */
public enum ImageFormat {
  JPEG("JPEG", "\u00FF\u00D8\u00FF"),
  PNG("PNG", "\u0089PNG\r\n\u001A\n"),
  WEBP("WebP", "RIFF????WEBP"),
  BMP("BMP", "BM????\0\0\0\0"),
  GIF("GIF", "GIF87a", "GIF89a"),
  TIFF("TIFF", "II*\0", "MM\0*");

  private static final String ACCEPTED =
      Arrays.stream(values()).map(format -> format.title).collect(Collectors.joining(", "));

  private final String title;

  /** How files begin, in one way or another; a question mark stands for any byte. */
  private final String magic;

  private final String otherMagic;

  ImageFormat(String title, String magic) {
    this(title, magic, magic);
  }

  ImageFormat(String title, String magic, String otherMagic) {
    this.title = title;
    this.magic = magic;
    this.otherMagic = otherMagic;
  }

  /**
   * Reads the structure of a file, and none of its pixels.
   *
   * @throws io.faceservice.domain.biometric.InvalidInputException if it is of no accepted kind, too
   *     large, or not whole
   */
  public static Still read(byte[] file, SizeCheck size) {
    return switch (of(file)) {
      case JPEG -> JpegFile.inspect(file, size);
      case PNG -> PngFile.inspect(file, size);
      case WEBP -> WebPFile.inspect(file, size);
      case BMP -> BmpFile.inspect(file, size);
      case GIF -> GifFile.inspect(file, size);
      case TIFF -> TiffFile.inspect(file, size);
    };
  }

  private static ImageFormat of(byte[] file) {
    for (ImageFormat format : values()) {
      if (startsWith(file, format.magic) || startsWith(file, format.otherMagic)) {
        return format;
      }
    }
    throw Unreadable.because("This is no image of an accepted kind. Accepted: " + ACCEPTED + ".");
  }

  private static boolean startsWith(byte[] file, String magic) {
    byte[] expected = magic.getBytes(StandardCharsets.ISO_8859_1);
    if (file.length < expected.length) {
      return false;
    }
    for (int i = 0; i < expected.length; i++) {
      if (expected[i] != '?' && expected[i] != file[i]) {
        return false;
      }
    }
    return true;
  }
}
