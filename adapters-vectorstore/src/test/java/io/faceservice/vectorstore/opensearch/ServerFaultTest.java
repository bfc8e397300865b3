package io.faceservice.vectorstore.opensearch;

import static io.faceservice.application.testkit.Templates.reference;
import static org.assertj.core.api.Assertions.assertThat;

import io.faceservice.application.port.BackendException;
import io.faceservice.application.port.Gallery;
import io.faceservice.application.testkit.Templates;
import io.faceservice.domain.biometric.BiometricReference;
import io.faceservice.domain.biometric.FaceTemplate;
import io.faceservice.domain.biometric.ModelId;
import io.faceservice.domain.biometric.Source;
import io.faceservice.vectorstore.opensearch.OpenSearchSettings.Patience;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A server that dies, or stands still, while many enrol, search and remove. */
@Tag("backends")
final class ServerFaultTest {
  private static final ModelId MODEL = new ModelId("made-up-1");
  private static final int DIMENSION = 64;
  private static final int THREADS = 4;
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(20);
  private static final int SUBJECTS = 8;
  private static final Patience SHORT =
      new Patience(Duration.ofSeconds(2), Duration.ofSeconds(3), Duration.ofSeconds(20));

  /** A call's time, and what a busy machine may add to it. */
  private static final Duration LONGEST = SHORT.call().plusSeconds(7);

  private final Templates templates = new Templates(MODEL, DIMENSION);
  private final AtomicBoolean over = new AtomicBoolean();
  private final AtomicLong calls = new AtomicLong();
  private final AtomicLong failures = new AtomicLong();
  private final AtomicLong longest = new AtomicLong();

  /** What the last acknowledged change of a subject says; a failed change leaves it open. */
  private enum State {
    ENROLLED,
    REMOVED,
    UNKNOWN
  }

  @Test
  void losesNothingWhenTheServerIsKilledAndStartedAgain() throws Exception {
    try (var server = RealOpenSearch.start()) {
      underLoad(
          server,
          () -> {
            server.kill();
            awaitFailures();
            server.run();
          });
    }
  }

  @Test
  void losesNothingWhenTheServerStandsStillForAWhile() throws Exception {
    try (var server = RealOpenSearch.start()) {
      underLoad(
          server,
          () -> {
            server.pause();
            awaitFailures();
            server.resume();
          });
    }
  }

  private void underLoad(RealOpenSearch server, Runnable fault) throws Exception {
    try (Gallery gallery =
            new OpenSearchGallery(
                TestSettings.of(server.port(), "faces", SHORT), MODEL, DIMENSION);
        ExecutorService threads = Executors.newFixedThreadPool(THREADS)) {
      gallery.prepare();
      var begun = new CountDownLatch(THREADS);
      List<Future<Map<String, State>>> running = new ArrayList<>();
      for (int thread = 0; thread < THREADS; thread++) {
        int number = thread;
        running.add(threads.submit(() -> work(gallery, number, begun)));
      }
      begun.await();
      fault.run();
      await(() -> serves(gallery));
      long before = calls.get() - failures.get();
      await(() -> calls.get() - failures.get() > before + 50);
      over.set(true);
      for (Future<Map<String, State>> each : running) {
        each.get().forEach((subject, state) -> judge(gallery, subject, state));
      }
      assertThat(failures.get()).isPositive();
      assertThat(Duration.ofNanos(longest.get())).isLessThan(LONGEST);
    }
  }

  /**
   * Changes subjects of this thread's own, over and over, and keeps book of what was acknowledged.
   */
  private Map<String, State> work(Gallery gallery, int thread, CountDownLatch begun) {
    Map<String, State> book = new HashMap<>();
    for (int i = 0; !over.get(); i++) {
      String subject = "s" + thread + "-" + i % SUBJECTS;
      BiometricReference reference = reference(subject, face(subject));
      boolean enrols = (i / SUBJECTS) % 2 == 0;
      book.put(subject, State.UNKNOWN);
      boolean done =
          call(
              () -> {
                if (enrols) {
                  gallery.enrol(reference);
                } else {
                  gallery.remove(reference.key());
                }
              });
      if (done) {
        book.put(subject, enrols ? State.ENROLLED : State.REMOVED);
        call(() -> judge(gallery, subject, book.getOrDefault(subject, State.UNKNOWN)));
      }
      if (i == SUBJECTS) {
        begun.countDown();
      }
    }
    return book;
  }

  private FaceTemplate face(String subject) {
    return templates.random(subject.hashCode());
  }

  private boolean call(Runnable call) {
    long start = System.nanoTime();
    try {
      call.run();
      return true;
    } catch (BackendException e) {
      failures.incrementAndGet();
      return false;
    } finally {
      calls.incrementAndGet();
      longest.accumulateAndGet(System.nanoTime() - start, Math::max);
    }
  }

  private void judge(Gallery gallery, String subject, State state) {
    boolean found =
        gallery.search(Source.DEFAULT, face(subject), 1).candidates().stream()
            .anyMatch(candidate -> candidate.subject().value().equals(subject));
    switch (state) {
      case ENROLLED -> assertThat(found).as(subject + " was enrolled").isTrue();
      case REMOVED -> assertThat(found).as(subject + " was removed").isFalse();
      case UNKNOWN -> {
        // nobody was promised anything
      }
    }
  }

  private void awaitFailures() {
    await(() -> failures.get() >= THREADS);
  }

  private boolean serves(Gallery gallery) {
    return gallery.check().up();
  }

  private interface Condition {
    boolean holds();
  }

  private static void await(Condition condition) {
    long end = System.nanoTime() + Duration.ofMinutes(2).toNanos();
    while (!condition.holds()) {
      if (System.nanoTime() > end) {
        throw new AssertionError("what was awaited did not come");
      }
      LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
    }
  }
}
