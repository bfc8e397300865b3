package io.faceservice.application.health;

import io.faceservice.application.port.Backend;
import io.faceservice.application.port.Health;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Tells how each back end is. All are asked at once, and an answer is good for a moment, so that
 * many who ask are no burden. Safe for use by many threads.
 */
public final class AssessHealth {
  private static final Duration GOOD_FOR = Duration.ofSeconds(1);

  private final Map<String, Backend> backends;
  private final BooleanSupplier opened;
  private final Clock clock;
  private @Nullable HealthReport last;
  private Instant asked = Instant.EPOCH;

  /**
   * @param backends by the names that operators know
   * @param opened whether the start is over
   */
  public AssessHealth(Map<String, Backend> backends, BooleanSupplier opened, Clock clock) {
    this.backends = new LinkedHashMap<>(backends);
    this.opened = opened;
    this.clock = clock;
  }

  /** Asks, or tells what was found a moment ago. */
  public synchronized HealthReport assess() {
    HealthReport known = last;
    Instant now = clock.instant();
    if (known == null || !asked.plus(GOOD_FOR).isAfter(now)) {
      known = ask();
      last = known;
      asked = now;
    }
    return known;
  }

  private HealthReport ask() {
    Map<String, Future<Health>> asking = new LinkedHashMap<>();
    Map<String, Health> found = new LinkedHashMap<>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      backends.forEach((name, backend) -> asking.put(name, threads.submit(backend::check)));
    }
    asking.forEach((name, health) -> found.put(name, health.resultNow()));
    boolean up = found.values().stream().allMatch(Health::up);
    return new HealthReport(up && opened.getAsBoolean(), found);
  }
}
