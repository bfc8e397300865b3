package io.faceservice.bootstrap.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.scheduling.ScheduledExecutorTaskScheduler;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class ChoresTest {
  private static final Duration SOON = Duration.ofMillis(1);

  private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor();
  private final Chores chores = new Chores(new ScheduledExecutorTaskScheduler(thread));

  @AfterEach
  void stop() {
    thread.shutdownNow();
  }

  @Test
  void goesOnAfterAFailure() throws InterruptedException {
    var times = new CountDownLatch(3);

    chores.every(
        SOON,
        () -> {
          times.countDown();
          throw new IllegalStateException("for the test");
        });

    assertThat(times.await(1, TimeUnit.MINUTES)).isTrue();
  }

  @Test
  void endsWhatIsDone() throws InterruptedException {
    var times = new AtomicInteger();
    var later = new CountDownLatch(20);

    chores.until(SOON, () -> times.incrementAndGet() == 2);
    chores.every(SOON, later::countDown);

    assertThat(later.await(1, TimeUnit.MINUTES)).isTrue();
    assertThat(times).hasValue(2);
  }
}
