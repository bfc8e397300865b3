package io.faceservice.bootstrap.guard;

import io.faceservice.bootstrap.config.GuardConfig;
import java.time.Duration;
import java.util.function.LongSupplier;

/** Guards for tests: as in earnest, but in a hurry. */
final class Guards {
  static final int ATTEMPTS = 3;
  static final int WINDOW = 4;

  private Guards() {}

  static Guard remote() {
    return resting(Duration.ofHours(1));
  }

  static Guard resting(Duration rest) {
    return new RemoteGuard("gallery", config(rest));
  }

  /** One that tells the time by this clock. */
  static Guard timedBy(LongSupplier nanos) {
    return new RemoteGuard("gallery", config(Duration.ofHours(1)), nanos);
  }

  private static GuardConfig config(Duration rest) {
    return new GuardConfig(ATTEMPTS, Duration.ofMillis(1), WINDOW, rest, Duration.ofSeconds(1));
  }
}
