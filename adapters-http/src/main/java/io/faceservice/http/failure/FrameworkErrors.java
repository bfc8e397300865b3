package io.faceservice.http.failure;

import io.faceservice.http.wire.Answers;
import io.micronaut.context.annotation.Replaces;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.server.exceptions.response.ErrorContext;
import io.micronaut.http.server.exceptions.response.ErrorResponseProcessor;
import jakarta.inject.Singleton;

/** What the framework refuses on its own, in our shapes and words: its messages stay inside. */
@Singleton
@Replaces(ErrorResponseProcessor.class)
final class FrameworkErrors implements ErrorResponseProcessor<Object> {
  private final ErrorShapes shapes;

  FrameworkErrors(ErrorShapes shapes) {
    this.shapes = shapes;
  }

  @Override
  @SuppressWarnings("unchecked") // The response is told which body it has.
  public MutableHttpResponse<Object> processResponse(
      ErrorContext context, MutableHttpResponse<?> response) {
    HttpRequest<?> request = context.getRequest();
    if (request.getMethod() != HttpMethod.HEAD) {
      response.body(shapes.of(request).refused(response.status()).body());
      Answers.write(request, response);
    }
    return (MutableHttpResponse<Object>) response;
  }
}
