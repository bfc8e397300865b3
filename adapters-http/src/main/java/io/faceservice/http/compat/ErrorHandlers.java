package io.faceservice.http.compat;

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

/** Which error shape answers which exception. None tells the exception's text but the first. */
@Factory
final class ErrorHandlers {
  private static final Logger LOG = LoggerFactory.getLogger(ErrorHandlers.class);

  @Singleton
  ExceptionHandler<InvalidInputException, HttpResponse<?>> invalidInput() {
    return (request, e) -> CompatErrors.invalid(e);
  }

  @Singleton
  ExceptionHandler<MissingFieldException, HttpResponse<?>> missingField() {
    return (request, e) -> CompatErrors.missing(e);
  }

  @Singleton
  ExceptionHandler<MalformedJsonException, HttpResponse<?>> malformedJson() {
    return (request, e) -> CompatErrors.malformed();
  }

  @Singleton
  ExceptionHandler<BackendException, HttpResponse<?>> backend() {
    return (request, e) -> {
      LOG.warn("Request {}: {} failed ({})", RequestId.of(request), e.backend(), e.kind(), e);
      return CompatErrors.unavailable(e);
    };
  }

  /**
   * The caller hung up before the end of the body: nobody is left to tell, and nothing is wrong.
   */
  @Singleton
  ExceptionHandler<EOFException, HttpResponse<?>> hungUp() {
    return (request, e) -> CompatErrors.malformed();
  }

  /** Anything else is a bug. */
  @Singleton
  ExceptionHandler<Throwable, HttpResponse<?>> bug() {
    return (request, e) -> {
      LOG.error("Request {} failed", RequestId.of(request), e);
      return CompatErrors.internal(HttpStatus.INTERNAL_SERVER_ERROR);
    };
  }
}
