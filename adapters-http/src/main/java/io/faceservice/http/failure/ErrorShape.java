package io.faceservice.http.failure;

import io.faceservice.application.port.BackendException;
import io.faceservice.domain.biometric.InvalidInputException;
import io.faceservice.http.wire.MissingFieldException;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;

/**
 * How one API tells what went wrong. None of them tells an exception's text but {@link #invalid}.
 */
public interface ErrorShape {

  /** Whether requests for this path are answered in this shape. */
  boolean answersFor(String path);

  /** The caller's mistake. */
  MutableHttpResponse<?> invalid(InvalidInputException e);

  /** A required field is missing. */
  MutableHttpResponse<?> missing(MissingFieldException e);

  /** The body is no JSON object. */
  MutableHttpResponse<?> malformed();

  /** A back end failed. */
  MutableHttpResponse<?> failed(BackendException e);

  /** The server itself refuses the request, or failed, with this status. */
  MutableHttpResponse<?> refused(HttpStatus status);
}
