package io.faceservice.imagestore.mongodb;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.faceservice.domain.biometric.Source;
import io.faceservice.domain.biometric.SubjectKey;
import java.util.HexFormat;

/**
 * The {@code _id} of a subject's document: its names' UTF-8 bytes in hexadecimal. Whatever a
 * collation or a server makes of letters, these compare exactly and in the order of code points,
 * and the subjects of one source are neighbours.
 */
final class SubjectIds {
  /** Stands between the two names, and sorts before every digit. */
  private static final String BETWEEN = "/";

  /** The character after {@link #BETWEEN}. */
  private static final String BEYOND = "0";

  private SubjectIds() {}

  static String of(SubjectKey key) {
    return of(key.source(), key.subject().value());
  }

  /** The identifier that a subject of this name has, or would have. */
  static String of(Source source, String subject) {
    return hex(source.value()) + BETWEEN + hex(subject);
  }

  /** Sorts after all subjects of a source, and before those of any other behind it. */
  static String endOf(Source source) {
    return hex(source.value()) + BEYOND;
  }

  /** A text that sorts as the code points of another do. */
  static String hex(String text) {
    return HexFormat.of().formatHex(text.getBytes(UTF_8));
  }
}
