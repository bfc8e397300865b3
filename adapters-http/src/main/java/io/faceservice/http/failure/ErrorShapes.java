package io.faceservice.http.failure;

import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;
import java.util.List;

/** Which error shape answers a request. */
@Singleton
public final class ErrorShapes {
  private final List<ErrorShape> shapes;

  /**
   * @param shapes in their order; the last answers for any path
   */
  ErrorShapes(List<ErrorShape> shapes) {
    this.shapes = List.copyOf(shapes);
  }

  public ErrorShape of(HttpRequest<?> request) {
    String path = request.getPath();
    return shapes.stream()
        .filter(shape -> shape.answersFor(path))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("one shape answers for any path"));
  }
}
