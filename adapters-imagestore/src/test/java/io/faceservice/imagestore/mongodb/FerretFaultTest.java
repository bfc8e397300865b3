package io.faceservice.imagestore.mongodb;

import static io.faceservice.application.testkit.Enrolments.enrolment;
import static io.faceservice.application.testkit.Enrolments.face;
import static io.faceservice.application.testkit.Enrolments.image;
import static io.faceservice.application.testkit.Enrolments.reference;
import static org.assertj.core.api.Assertions.assertThat;

import io.faceservice.application.port.BackendException;
import io.faceservice.application.port.enrolment.EnrolledFace;
import io.faceservice.application.testkit.Enrolments;
import io.faceservice.domain.biometric.ReferenceKey;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server that dies, and one that stands still, while several threads write. */
@Tag("backends")
final class FerretFaultTest {
  private static final int THREADS = 4;
  private static final int MORE = 30;
  private static final Duration TIMEOUT = Duration.ofSeconds(3);

  /** Far more than a call's timeout, for a busy machine. */
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @TempDir private Path directory;

  /** What was last acknowledged of each subject; '?' where nothing was. */
  private final Map<String, Character> acknowledged = new ConcurrentHashMap<>();

  private final AtomicInteger successes = new AtomicInteger();
  private final AtomicInteger failures = new AtomicInteger();
  private volatile boolean stopped;

  @Test
  void losesNothingAcknowledgedAndFindsItsServerAgain() throws Exception {
    try (FerretServer server = FerretServer.start(directory.resolve("data"));
        MongoImageStore store =
            Stores.of(Stores.server(server.uri(), TIMEOUT), "faces", Enrolments.MODEL)) {
      store.prepare();
      ExecutorService threads = Executors.newFixedThreadPool(THREADS);
      for (int t = 0; t < THREADS; t++) {
        String prefix = t + "-";
        threads.execute(() -> write(store, prefix));
      }
      awaitMore(successes);
      server.kill();
      await(anyMore(failures));
      server.restart();
      awaitMore(successes);
      server.pause();
      await(anyMore(failures));
      assertThat(store.check().up()).isFalse();
      server.resume();
      awaitMore(successes);
      stopped = true;
      threads.shutdown();
      assertThat(threads.awaitTermination(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
      server.await();
      check(store);
    }
  }

  private void write(MongoImageStore store, String prefix) {
    for (int n = 0; !stopped; n++) {
      ReferenceKey key = face(prefix + n);
      String id = key.subject().value();
      try {
        acknowledged.put(id, '?');
        var intent = store.record(enrolment(key, key.hashCode()));
        acknowledged.put(id, '+');
        store.complete(intent);
        if (n % 3 == 0) {
          acknowledged.put(id, '?');
          var removal = store.remove(key.subjectKey());
          acknowledged.put(id, '-');
          removal.ifPresent(store::complete);
        }
        successes.incrementAndGet();
      } catch (BackendException e) {
        failures.incrementAndGet();
      }
    }
  }

  private static void check(MongoImageStore store, ReferenceKey key, char change) {
    switch (change) {
      case '+' -> {
        assertThat(store.current(key).map(EnrolledFace::reference))
            .contains(reference(key, key.hashCode()));
        assertThat(store.evidence(key, 1).orElseThrow().image().toArray())
            .isEqualTo(image(key.hashCode(), 1_000).toArray());
      }
      case '-' -> assertThat(store.current(key)).isEmpty();
      default -> assertThat(change).as("nothing was acknowledged").isEqualTo('?');
    }
  }

  private void check(MongoImageStore store) {
    acknowledged.forEach((id, change) -> check(store, face(id), change));
    store.unfinished().forEach(store::complete);
    assertThat(store.unfinished()).isEmpty();
    acknowledged.forEach((id, change) -> check(store, face(id), change));
  }

  private static void awaitMore(AtomicInteger counter) {
    int enough = counter.get() + MORE;
    await(() -> counter.get() >= enough);
  }

  private static BooleanSupplier anyMore(AtomicInteger counter) {
    int before = counter.get();
    return () -> counter.get() >= before + THREADS;
  }

  private static void await(BooleanSupplier condition) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime()).as("what is awaited comes in time").isLessThan(end);
      Thread.onSpinWait();
    }
  }
}
