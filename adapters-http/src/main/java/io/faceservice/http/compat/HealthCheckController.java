package io.faceservice.http.compat;

import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;

/** {@code GET /health_check}: the process lives. */
@Controller
final class HealthCheckController {

  @Get("/health_check")
  @Produces(MediaType.TEXT_PLAIN)
  String check() {
    return "0";
  }
}
