package io.faceservice.bootstrap.lifecycle;

import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.TaskScheduler;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the service does beside its requests, again and again until it stops. Nothing is begun by
 * itself: a start that is refused, and a command that is no service, have no chores.
 */
@Singleton
class Chores {
  private static final Logger LOG = LoggerFactory.getLogger(Chores.class);

  private final TaskScheduler scheduler;

  Chores(@Named(TaskExecutors.SCHEDULED) TaskScheduler scheduler) {
    this.scheduler = scheduler;
  }

  /** After each delay, whatever becomes of it. */
  void every(Duration delay, Runnable chore) {
    until(
        delay,
        () -> {
          chore.run();
          return false;
        });
  }

  /** After each delay, until it says that it is done. */
  void until(Duration delay, BooleanSupplier chore) {
    // Failures of the chore are told below, and nobody waits for it.
    var _ =
        scheduler.schedule(
            delay,
            () -> {
              if (!isDone(chore)) {
                until(delay, chore);
              }
            });
  }

  private static boolean isDone(BooleanSupplier chore) {
    try {
      return chore.getAsBoolean();
    } catch (RuntimeException e) {
      LOG.error("What the service does beside its requests failed, and is tried again", e);
      return false;
    }
  }
}
