package io.faceservice.http.v1;

import io.faceservice.application.port.BackendException;
import io.faceservice.domain.biometric.InvalidInputException;
import io.faceservice.http.failure.ErrorShape;
import io.faceservice.http.wire.MissingFieldException;
import io.micronaut.core.annotation.Order;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import jakarta.inject.Singleton;

/** Problems instead of the contract's errors, for this API's paths alone. */
@Singleton
@Order(ProblemShape.BEFORE_THE_CONTRACT)
final class ProblemShape implements ErrorShape {
  static final int BEFORE_THE_CONTRACT = 0;

  private static final String RETRY_AFTER_SECONDS = "1";

  @Override
  public boolean answersFor(String path) {
    return path.equals(Routes.SOURCES) || path.startsWith(Routes.SOURCES + "/");
  }

  @Override
  public MutableHttpResponse<?> invalid(InvalidInputException e) {
    Code code =
        switch (e.kind()) {
          case MALFORMED -> Code.INVALID_INPUT;
          case UNREADABLE_IMAGE -> Code.UNREADABLE_IMAGE;
          case TOO_LARGE -> Code.TOO_LARGE;
        };
    return Problems.ofField(code, e.problem(), e.field());
  }

  @Override
  public MutableHttpResponse<?> missing(MissingFieldException e) {
    return Problems.ofField(Code.INVALID_INPUT, e.field() + " " + e.hint(), e.field());
  }

  @Override
  public MutableHttpResponse<?> malformed() {
    return Problems.of(Code.MALFORMED, "The body must be one JSON object.");
  }

  @Override
  public MutableHttpResponse<?> failed(BackendException e) {
    return switch (e.kind()) {
      case UNAVAILABLE ->
          Problems.of(Code.UNAVAILABLE, e.backend() + " is unavailable.")
              .header(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS);
      case TIMEOUT -> Problems.of(Code.TIMEOUT, e.backend() + " did not answer in time.");
      case REFUSED, CORRUPT -> Problems.of(Code.BACKEND, e.backend() + " failed.");
    };
  }

  @Override
  public MutableHttpResponse<?> refused(HttpStatus status) {
    if (status.getCode() >= HttpStatus.INTERNAL_SERVER_ERROR.getCode()) {
      return Problems.of(Code.INTERNAL, status);
    }
    return switch (status) {
      case BAD_REQUEST -> Problems.of(Code.MALFORMED);
      case NOT_FOUND -> Problems.of(Code.NOT_FOUND);
      case METHOD_NOT_ALLOWED -> Problems.of(Code.METHOD);
      case REQUEST_ENTITY_TOO_LARGE -> Problems.of(Code.TOO_LARGE);
      case TOO_MANY_REQUESTS -> Problems.of(Code.TOO_MANY);
      default -> Problems.of(Code.REFUSED, status);
    };
  }
}
