package io.faceservice.http.compat;

import io.faceservice.http.wire.Answers;
import io.micronaut.context.annotation.Replaces;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.server.exceptions.response.ErrorContext;
import io.micronaut.http.server.exceptions.response.ErrorResponseProcessor;
import jakarta.inject.Singleton;

/** What the framework refuses on its own, in our shape and words: its messages stay inside. */
@Singleton
@Replaces(ErrorResponseProcessor.class)
final class FrameworkErrors implements ErrorResponseProcessor<Object> {

  @Override
  @SuppressWarnings("unchecked") // The response is told which body it has.
  public MutableHttpResponse<Object> processResponse(
      ErrorContext context, MutableHttpResponse<?> response) {
    if (context.getRequest().getMethod() != HttpMethod.HEAD) {
      response.body(shape(response.status()).body());
      Answers.write(context.getRequest(), response);
    }
    return (MutableHttpResponse<Object>) response;
  }

  private static MutableHttpResponse<?> shape(HttpStatus status) {
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
      default -> CompatErrors.problem(status, status.getReason());
    };
  }
}
