package io.faceservice.http.compat;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.faceservice.application.port.BackendException;
import io.faceservice.domain.biometric.InvalidInputException;
import io.faceservice.domain.biometric.SubjectKey;
import io.faceservice.http.wire.MissingFieldException;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import java.util.Map;

/** The error shapes of the contract, and its words. */
final class CompatErrors {
  static final int RETRY_AFTER_SECONDS = 1;

  private static final String NO_FACE = "Can't detect face. Please update another picture";

  private CompatErrors() {}

  /** No face, as {@code /search} says it. */
  record NoFaceInData(String status, Message data) {}

  /** A message in a body of its own. */
  record Message(String msg) {}

  /** What went wrong with a request that could be read. */
  record Refusal(String status, String msg) {}

  /**
   * What is wrong with the request itself.
   *
   * @param message a sentence, or a sentence for a field
   */
  @JsonInclude(JsonInclude.Include.ALWAYS)
  record Problem(Object message) {}

  static MutableHttpResponse<?> malformed() {
    return problem(
        HttpStatus.BAD_REQUEST,
        "The browser (or proxy) sent a request that this server could not understand.");
  }

  static MutableHttpResponse<?> missing(MissingFieldException e) {
    return HttpResponse.badRequest(new Problem(Map.of(e.field(), e.hint())));
  }

  static MutableHttpResponse<?> problem(HttpStatus status, String message) {
    return HttpResponse.<Object>status(status).body(new Problem(message));
  }

  static MutableHttpResponse<?> invalid(InvalidInputException e) {
    return switch (e.kind()) {
      case MALFORMED -> inputError(HttpStatus.BAD_REQUEST, e.problem());
      case UNREADABLE_IMAGE -> inputError(HttpStatus.BAD_REQUEST, "Wrong image input format.");
      case TOO_LARGE -> inputError(HttpStatus.REQUEST_ENTITY_TOO_LARGE, e.problem());
    };
  }

  static MutableHttpResponse<?> noFace(HttpStatus status) {
    return refusal(status, "NO_FACE_ERROR", NO_FACE);
  }

  /** As {@code /search} says it, with its message one level deeper. */
  static MutableHttpResponse<?> noFaceInData() {
    return HttpResponse.<Object>ok().body(new NoFaceInData("NO_FACE_ERROR", new Message(NO_FACE)));
  }

  static MutableHttpResponse<?> livenessFailed() {
    return refusal(HttpStatus.BAD_REQUEST, "LIVENESS_FAIL", "check liveness fail");
  }

  static MutableHttpResponse<?> noFaceToCheck() {
    return refusal(HttpStatus.BAD_REQUEST, "NO_FACE_ERROR", "Not found face to check");
  }

  static MutableHttpResponse<?> notEnrolled(SubjectKey subject) {
    return refusal(
        HttpStatus.OK,
        "PEOPLE_NOT_FOUND_ERROR",
        "Data doesn't exits for people '%s' from '%s'"
            .formatted(subject.subject(), subject.source()));
  }

  static MutableHttpResponse<?> unavailable(BackendException e) {
    return refusal(HttpStatus.SERVICE_UNAVAILABLE, "ERROR", e.backend() + " is unavailable")
        .header(HttpHeaders.RETRY_AFTER, String.valueOf(RETRY_AFTER_SECONDS));
  }

  static MutableHttpResponse<?> internal(HttpStatus status) {
    return refusal(status, "ERROR", "internal error");
  }

  private static MutableHttpResponse<?> inputError(HttpStatus status, String problem) {
    return refusal(status, "INPUT_ERROR", problem);
  }

  private static MutableHttpResponse<?> refusal(HttpStatus http, String status, String msg) {
    return HttpResponse.<Object>status(http).body(new Refusal(status, msg));
  }
}
