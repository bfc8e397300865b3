package io.faceservice.http.v1;

import io.faceservice.domain.biometric.InvalidInputException;
import io.faceservice.domain.biometric.ReferenceId;
import io.faceservice.domain.biometric.ReferenceKey;
import io.faceservice.domain.biometric.Source;
import io.faceservice.domain.biometric.SubjectId;
import io.faceservice.domain.biometric.SubjectKey;
import io.micronaut.http.HttpRequest;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/**
 * What a path names, exactly as it was sent: the path is split where it has slashes, and each part
 * decoded after that. So a name may have slashes, pluses, semicolons and dots of its own.
 *
 * <p>All getters throw {@link InvalidInputException} for what is no name of that kind.
 *
 * @param segments still percent-encoded
 */
record ResourcePath(List<String> segments) {
  private static final int SOURCE = 4;
  private static final int PERSON = 6;
  private static final int FACE = 8;
  private static final int VERSION = 10;

  private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,8}");

  /** The path of a request that one of {@link Routes} matched. */
  static ResourcePath of(HttpRequest<?> request) {
    return new ResourcePath(Arrays.asList(request.getUri().getRawPath().split("/", -1)));
  }

  Source source() {
    return new Source(segment("source", SOURCE));
  }

  SubjectKey subject() {
    return new SubjectKey(source(), new SubjectId(segment("people_id", PERSON)));
  }

  ReferenceKey face() {
    return subject().reference(faceId(segment("face_id", FACE)));
  }

  /** A version's number; empty if it is none that was ever given. */
  OptionalInt version() {
    String text = segment("version", VERSION);
    return NUMBER.matcher(text).matches()
        ? OptionalInt.of(Integer.parseInt(text))
        : OptionalInt.empty();
  }

  /** A reference face by the name it has in this API. */
  static ReferenceId faceId(String text) {
    try {
      return new ReferenceId(text);
    } catch (InvalidInputException e) {
      throw new InvalidInputException("face_id", e.problem().replace(e.field(), "face_id"));
    }
  }

  private String segment(String field, int index) {
    return PercentCoding.decode(field, segments.get(index));
  }

  /** Where a reference face is found. */
  static String to(ReferenceKey face) {
    return String.join(
        "/",
        Routes.SOURCES,
        PercentCoding.encode(face.source().value()),
        "people",
        PercentCoding.encode(face.subject().value()),
        "faces",
        PercentCoding.encode(face.reference().value()));
  }

  /** Where the image of a version of a reference face is found. */
  static String toImage(ReferenceKey face, int version) {
    return "%s/versions/%d/image".formatted(to(face), version);
  }
}
