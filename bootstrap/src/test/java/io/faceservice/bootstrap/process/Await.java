package io.faceservice.bootstrap.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits for what another process does, and not for ever. */
public final class Await {
  /** More than a busy machine takes for anything. */
  private static final Duration LONG = Duration.ofMinutes(2);

  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(50);

  private Await() {}

  public static void until(String what, BooleanSupplier condition) {
    within(LONG, what, condition);
  }

  /** The same, of what is promised to come in that time. */
  public static void within(Duration time, String what, BooleanSupplier condition) {
    long end = System.nanoTime() + time.toNanos();
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime()).as("time until %s", what).isLessThan(end);
      LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
    }
  }
}
