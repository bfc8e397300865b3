package io.faceservice.http.compat;

import io.faceservice.application.port.Backend;
import io.faceservice.application.port.Health;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** {@code GET /health_check}: the service could answer now, or 503 when a back end is down. */
@Controller
@ExecuteOn(TaskExecutors.BLOCKING)
final class HealthCheckController {
  private static final Logger LOG = LoggerFactory.getLogger(HealthCheckController.class);
  private static final String UP = "0";
  private static final String DOWN = "1";

  private final List<Backend> backends;

  HealthCheckController(List<Backend> backends) {
    this.backends = List.copyOf(backends);
  }

  @Get("/health_check")
  @Produces(MediaType.TEXT_PLAIN)
  HttpResponse<String> check() {
    for (Backend backend : backends) {
      Health health = backend.check();
      if (!health.up()) {
        LOG.warn("Not ready: {}", health.detail());
        return HttpResponse.<String>serverError(DOWN)
            .status(503)
            .header(HttpHeaders.RETRY_AFTER, String.valueOf(CompatErrors.RETRY_AFTER_SECONDS));
      }
    }
    return HttpResponse.ok(UP);
  }
}
