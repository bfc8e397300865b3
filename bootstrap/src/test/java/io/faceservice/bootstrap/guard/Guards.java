package io.faceservice.bootstrap.guard;

import io.faceservice.bootstrap.config.GuardConfig;
import java.time.Duration;

/** Guards for tests: as in earnest, but in a hurry. */
final class Guards {
  static final int ATTEMPTS = 3;
  static final int WINDOW = 4;

  private Guards() {}

  static Guard remote() {
    return resting(Duration.ofHours(1));
  }

  static Guard resting(Duration rest) {
    return new RemoteGuard(
        "gallery",
        new GuardConfig(ATTEMPTS, Duration.ofMillis(1), WINDOW, rest, Duration.ofSeconds(1)));
  }
}
