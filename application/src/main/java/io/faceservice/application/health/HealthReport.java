package io.faceservice.application.health;

import io.faceservice.application.port.Health;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How the service is.
 *
 * @param ready whether it could answer anything it is asked
 * @param dependencies how each back end is, by its name
 */
public record HealthReport(boolean ready, Map<String, Health> dependencies) {
  public HealthReport {
    dependencies = Collections.unmodifiableMap(new LinkedHashMap<>(dependencies));
  }
}
