package io.faceservice.http.v1;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.faceservice.application.port.enrolment.Cursor;
import io.faceservice.domain.biometric.InvalidInputException;
import io.faceservice.domain.biometric.Source;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.Arrays;
import java.util.Base64;
import java.util.zip.CRC32C;

/**
 * A cursor on the wire: opaque to the caller, and good for the source it was given for alone. Its
 * checksum tells one that was made up or cut off; it keeps no secret.
 */
final class ListingCursor {
  private static final String FIELD = "after";

  private ListingCursor() {}

  static String write(Source source, Cursor cursor) {
    byte[] position = cursor.position().getBytes(UTF_8);
    ByteBuffer bytes = ByteBuffer.allocate(Integer.BYTES + position.length);
    bytes.putInt(checksum(source, position)).put(position);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
  }

  /**
   * Reads.
   *
   * @throws InvalidInputException for what {@link #write} never wrote for this source
   */
  static Cursor read(Source source, String text) {
    try {
      byte[] bytes = Base64.getUrlDecoder().decode(text);
      byte[] position =
          Arrays.copyOfRange(bytes, Math.min(Integer.BYTES, bytes.length), bytes.length);
      Cursor cursor = new Cursor(UTF_8.newDecoder().decode(ByteBuffer.wrap(position)).toString());
      if (write(source, cursor).equals(text)) {
        return cursor;
      }
    } catch (IllegalArgumentException | CharacterCodingException e) {
      throw unknown();
    }
    throw unknown();
  }

  private static int checksum(Source source, byte[] position) {
    var checksum = new CRC32C();
    checksum.update(source.value().getBytes(UTF_8));
    checksum.update(0);
    checksum.update(position);
    return (int) checksum.getValue();
  }

  private static InvalidInputException unknown() {
    return new InvalidInputException(FIELD, "after must be the next of an earlier answer.");
  }
}
