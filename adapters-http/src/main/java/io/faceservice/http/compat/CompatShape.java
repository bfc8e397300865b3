package io.faceservice.http.compat;

import io.faceservice.application.port.BackendException;
import io.faceservice.domain.biometric.InvalidInputException;
import io.faceservice.http.failure.ErrorShape;
import io.faceservice.http.wire.MissingFieldException;
import io.micronaut.core.annotation.Order;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import jakarta.inject.Singleton;

/** The contract's error shapes, for its routes and for all that nobody else answers for. */
@Singleton
@Order(Ordered.LOWEST_PRECEDENCE)
final class CompatShape implements ErrorShape {

  @Override
  public boolean answersFor(String path) {
    return true;
  }

  @Override
  public MutableHttpResponse<?> invalid(InvalidInputException e) {
    return CompatErrors.invalid(e);
  }

  @Override
  public MutableHttpResponse<?> missing(MissingFieldException e) {
    return CompatErrors.missing(e);
  }

  @Override
  public MutableHttpResponse<?> malformed() {
    return CompatErrors.malformed();
  }

  @Override
  public MutableHttpResponse<?> failed(BackendException e) {
    return CompatErrors.unavailable(e);
  }

  @Override
  public MutableHttpResponse<?> refused(HttpStatus status) {
    if (status.getCode() >= HttpStatus.INTERNAL_SERVER_ERROR.getCode()) {
      return CompatErrors.internal(status);
    }
    return switch (status) {
      case BAD_REQUEST -> CompatErrors.malformed();
      case NOT_FOUND ->
          CompatErrors.problem(status, "The requested URL was not found on the server.");
      case METHOD_NOT_ALLOWED ->
          CompatErrors.problem(status, "The method is not allowed for the requested URL.");
      case REQUEST_ENTITY_TOO_LARGE ->
          CompatErrors.problem(status, "The request is larger than this server accepts.");
      case TOO_MANY_REQUESTS -> CompatErrors.tooMany();
      default -> CompatErrors.problem(status, status.getReason());
    };
  }
}
