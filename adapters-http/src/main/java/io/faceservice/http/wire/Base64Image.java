package io.faceservice.http.wire;

import io.faceservice.domain.biometric.FaceImage;
import io.faceservice.domain.biometric.InvalidInputException;
import io.faceservice.domain.biometric.InvalidInputException.Kind;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.regex.Pattern;

/**
 * Images as text: base64 in the standard or the URL-safe alphabet, with or without padding, white
 * space and a {@code data:} prefix. Anything else is refused.
 */
final class Base64Image {
  private static final Pattern PREFIX =
      Pattern.compile("data:[^,]{0,200};base64,", Pattern.CASE_INSENSITIVE);
  private static final int MAX_PADDING = 2;
  private static final byte PADDING = '=';
  private static final byte SPACE = ' ';
  private static final byte[] DIGITS = digits();

  private Base64Image() {}

  /**
   * Decodes.
   *
   * @param maxBytes the most bytes the image may have
   * @throws InvalidInputException of kind {@code UNREADABLE_IMAGE} or {@code TOO_LARGE}
   */
  static FaceImage decode(String field, String text, int maxBytes) {
    var prefix = PREFIX.matcher(text);
    String digits = text.substring(prefix.lookingAt() ? prefix.end() : 0);
    byte[] compact = compact(field, digits);
    if (compact.length / 4L * 3 > maxBytes) {
      throw new InvalidInputException(
          Kind.TOO_LARGE, field, "%s is larger than %d bytes.".formatted(field, maxBytes));
    }
    if (compact.length == 0) {
      throw unreadable(field);
    }
    try {
      return FaceImage.of(Base64.getDecoder().decode(compact));
    } catch (IllegalArgumentException e) {
      throw unreadable(field);
    }
  }

  /** The digits alone, in the standard alphabet; what is no digit stays for the decoder. */
  private static byte[] compact(String field, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
    int length = 0;
    int padding = 0;
    for (byte b : bytes) {
      byte digit = DIGITS[b & 0xFF];
      if (digit == PADDING) {
        padding++;
      } else if (digit != SPACE) {
        if (padding > 0) {
          throw unreadable(field);
        }
        bytes[length++] = digit;
      }
    }
    if (padding > MAX_PADDING) {
      throw unreadable(field);
    }
    return Arrays.copyOf(bytes, length);
  }

  /** What each character is in the standard alphabet, {@link #SPACE} or {@link #PADDING}. */
  private static byte[] digits() {
    byte[] digits = new byte[256];
    for (int i = 0; i < digits.length; i++) {
      digits[i] = (byte) i;
    }
    for (char space : new char[] {'\t', '\r', '\n'}) {
      digits[space] = SPACE;
    }
    digits['-'] = '+';
    digits['_'] = '/';
    return digits;
  }

  private static InvalidInputException unreadable(String field) {
    return new InvalidInputException(
        Kind.UNREADABLE_IMAGE, field, "%s is not base64.".formatted(field));
  }
}
