package io.faceservice.http.failure;

import io.faceservice.application.port.BackendException;
import io.faceservice.domain.biometric.InvalidInputException;
import io.faceservice.http.wire.MalformedJsonException;
import io.faceservice.http.wire.MissingFieldException;
import io.faceservice.http.wire.RequestId;
import io.micronaut.context.annotation.Factory;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import jakarta.inject.Singleton;
import java.io.EOFException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Which exception is told how. None tells the exception's text but the first. */
@Factory
final class ErrorHandlers {
  private static final Logger LOG = LoggerFactory.getLogger(ErrorHandlers.class);

  private final ErrorShapes shapes;

  ErrorHandlers(ErrorShapes shapes) {
    this.shapes = shapes;
  }

  @Singleton
  ExceptionHandler<InvalidInputException, HttpResponse<?>> invalidInput() {
    return (request, e) -> shapes.of(request).invalid(e);
  }

  @Singleton
  ExceptionHandler<MissingFieldException, HttpResponse<?>> missingField() {
    return (request, e) -> shapes.of(request).missing(e);
  }

  @Singleton
  ExceptionHandler<MalformedJsonException, HttpResponse<?>> malformedJson() {
    return (request, e) -> shapes.of(request).malformed();
  }

  @Singleton
  ExceptionHandler<BackendException, HttpResponse<?>> backend() {
    return (request, e) -> {
      LOG.warn("Request {}: {} failed ({})", RequestId.of(request), e.backend(), e.kind(), e);
      return shapes.of(request).failed(e);
    };
  }

  /**
   * The caller hung up before the end of the body: nobody is left to tell, and nothing is wrong.
   */
  @Singleton
  ExceptionHandler<EOFException, HttpResponse<?>> hungUp() {
    return (request, e) -> shapes.of(request).malformed();
  }

  /** Anything else is a bug. */
  @Singleton
  ExceptionHandler<Throwable, HttpResponse<?>> bug() {
    return (request, e) -> {
      LOG.error("Request {} failed", RequestId.of(request), e);
      return shapes.of(request).refused(HttpStatus.INTERNAL_SERVER_ERROR);
    };
  }
}
