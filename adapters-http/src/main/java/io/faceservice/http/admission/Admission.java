package io.faceservice.http.admission;

import io.faceservice.http.failure.ErrorShapes;
import io.micronaut.core.annotation.Order;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import java.util.Set;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/** Lets a bounded number of requests in, and tells the others to come back. */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
@Order(Admission.AFTER_ANSWERS)
final class Admission {
  /** Further in than what writes the answers, so that a refusal is written too. */
  static final int AFTER_ANSWERS = 0;

  /** Those who watch over the service are let in always. */
  private static final Set<String> EXEMPT =
      Set.of(
          "/health_check", "/health", "/health/live", "/health/ready", "/metrics", "/prometheus");

  private static final String HOLDS_PLACE = Admission.class.getName();

  private final Semaphore places;
  private final ErrorShapes shapes;
  private final String retryAfter;

  Admission(AdmissionLimit limit, ErrorShapes shapes) {
    this.places = new Semaphore(limit.requests());
    this.shapes = shapes;
    this.retryAfter = String.valueOf(Math.max(1, limit.retryAfter().toSeconds()));
  }

  @RequestFilter
  @Nullable HttpResponse<?> enter(HttpRequest<?> request) {
    if (EXEMPT.contains(request.getPath())) {
      return null;
    }
    if (!places.tryAcquire()) {
      return shapes
          .of(request)
          .refused(HttpStatus.TOO_MANY_REQUESTS)
          .header(HttpHeaders.RETRY_AFTER, retryAfter);
    }
    request.setAttribute(HOLDS_PLACE, true);
    return null;
  }

  @ResponseFilter
  void leave(HttpRequest<?> request) {
    if (request.removeAttribute(HOLDS_PLACE, Boolean.class).isPresent()) {
      places.release();
    }
  }
}
