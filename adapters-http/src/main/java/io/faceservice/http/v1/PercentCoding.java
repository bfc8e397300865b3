package io.faceservice.http.v1;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.faceservice.domain.biometric.InvalidInputException;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.Locale;

/**
 * Text as a part of a path (RFC 3986): UTF-8, of which all but {@code A-Z a-z 0-9 - _ ~} is written
 * as {@code %XX}. Dots are too, since clients take a part of nothing but dots for a way up.
 */
final class PercentCoding {
  private static final String UNRESERVED = "-_~";
  private static final int HEX = 16;
  private static final int MAX_ASCII = 0x7F;

  private PercentCoding() {}

  static String encode(String text) {
    StringBuilder encoded = new StringBuilder();
    for (byte b : text.getBytes(UTF_8)) {
      char c = (char) Byte.toUnsignedInt(b);
      if (isPlain(c)) {
        encoded.append(c);
      } else {
        encoded.append(String.format(Locale.ROOT, "%%%02X", (int) c));
      }
    }
    return encoded.toString();
  }

  private static boolean isPlain(char c) {
    return (c >= 'A' && c <= 'Z')
        || (c >= 'a' && c <= 'z')
        || (c >= '0' && c <= '9')
        || UNRESERVED.indexOf(c) >= 0;
  }

  /**
   * Decodes; a plus stays a plus.
   *
   * @throws InvalidInputException if it is no percent-encoded UTF-8
   */
  static String decode(String field, String encoded) {
    var bytes = new ByteArrayOutputStream(encoded.length());
    for (int i = 0; i < encoded.length(); i++) {
      char c = encoded.charAt(i);
      if (c > MAX_ASCII) {
        throw notEncoded(field);
      }
      if (c == '%') {
        bytes.write(octet(field, encoded, i + 1));
        i += 2;
      } else {
        bytes.write(c);
      }
    }
    try {
      return UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes.toByteArray())).toString();
    } catch (CharacterCodingException e) {
      throw notEncoded(field);
    }
  }

  private static int octet(String field, String encoded, int at) {
    if (at + 2 > encoded.length()) {
      throw notEncoded(field);
    }
    int high = Character.digit(encoded.charAt(at), HEX);
    int low = Character.digit(encoded.charAt(at + 1), HEX);
    if (high < 0 || low < 0) {
      throw notEncoded(field);
    }
    return high * HEX + low;
  }

  private static InvalidInputException notEncoded(String field) {
    return new InvalidInputException(
        field, "%s must be percent-encoded UTF-8 in the path.".formatted(field));
  }
}
