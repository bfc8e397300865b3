package io.faceservice.http.telemetry;

import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;

/** {@code GET /metrics} and {@code /prometheus}: all meters in Prometheus' text format. */
@Controller
final class MetricsController {
  private static final String TEXT_FORMAT = "text/plain; version=0.0.4; charset=utf-8";

  private final PrometheusMeterRegistry registry;

  MetricsController(PrometheusMeterRegistry registry) {
    this.registry = registry;
  }

  @Get(uris = {"/metrics", "/prometheus"})
  @Produces(TEXT_FORMAT)
  String scrape() {
    return registry.scrape(TEXT_FORMAT);
  }
}
