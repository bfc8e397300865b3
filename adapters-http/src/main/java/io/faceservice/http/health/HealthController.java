package io.faceservice.http.health;

import io.faceservice.application.health.AssessHealth;
import io.faceservice.application.health.HealthReport;
import io.faceservice.application.port.Health;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.LinkedHashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * {@code GET /health}, {@code /health/ready}: which back end is down, and 503 while one is; {@code
 * GET /health/live}: the process lives. Why a back end is down is for the log.
 */
@Controller
@ExecuteOn(TaskExecutors.BLOCKING)
final class HealthController {
  private static final Logger LOG = LoggerFactory.getLogger(HealthController.class);
  private static final String RETRY_AFTER_SECONDS = "1";

  private final AssessHealth health;

  HealthController(AssessHealth health) {
    this.health = health;
  }

  /** Up or down, as orchestrators spell it. */
  enum Status {
    UP,
    DOWN;

    static Status of(boolean up) {
      return up ? UP : DOWN;
    }
  }

  /** The process lives. */
  record Life(Status status) {}

  /** The answer. */
  record Answer(Status status, Map<String, Status> dependencies) {}

  @Get("/health/live")
  Life live() {
    return new Life(Status.UP);
  }

  @Get(uris = {"/health", "/health/ready"})
  HttpResponse<Answer> ready() {
    HealthReport report = health.assess();
    Map<String, Status> dependencies = new LinkedHashMap<>();
    report
        .dependencies()
        .forEach(
            (name, found) -> {
              dependencies.put(name, Status.of(found.up()));
              log(name, found);
            });
    var answer = new Answer(Status.of(report.ready()), dependencies);
    return report.ready()
        ? HttpResponse.ok(answer)
        : HttpResponse.<Answer>status(HttpStatus.SERVICE_UNAVAILABLE)
            .header(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS)
            .body(answer);
  }

  private static void log(String name, Health found) {
    if (!found.up()) {
      LOG.warn("{} is down: {}", name, found.detail());
    }
  }
}
