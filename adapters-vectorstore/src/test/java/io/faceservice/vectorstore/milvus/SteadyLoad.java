package io.faceservice.vectorstore.milvus;

import static io.faceservice.application.testkit.Templates.reference;
import static org.assertj.core.api.Assertions.assertThat;

import io.faceservice.application.port.BackendException;
import io.faceservice.application.port.Gallery;
import io.faceservice.application.testkit.Templates;
import io.faceservice.domain.biometric.BiometricReference;
import io.faceservice.domain.biometric.Source;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Several threads that enrol, search and remove, and remember what they were answered. */
final class SteadyLoad implements AutoCloseable {
  private static final int THREADS = 4;
  private static final int PROGRESS = 12;
  private static final Duration PATIENCE = Duration.ofMinutes(3);

  private final Gallery gallery;
  private final Templates templates;
  private final ExecutorService threads = Executors.newFixedThreadPool(THREADS);
  private final Set<Long> kept = ConcurrentHashMap.newKeySet();
  private final Set<Long> removed = ConcurrentHashMap.newKeySet();
  private final List<String> unexpected = new CopyOnWriteArrayList<>();
  private final AtomicLong next = new AtomicLong();
  private final AtomicLong searches = new AtomicLong();
  private final AtomicLong failures = new AtomicLong();
  private final AtomicLong longestNanos = new AtomicLong();
  private volatile boolean ending;

  SteadyLoad(Gallery gallery, Templates templates) {
    this.gallery = gallery;
    this.templates = templates;
    for (int i = 0; i < THREADS; i++) {
      threads.execute(this::run);
    }
  }

  static String subject(long seed) {
    return "s" + seed;
  }

  /** Of those enrolled whose removal was never asked for, the faces that were acknowledged. */
  Set<Long> kept() {
    return kept;
  }

  /** Faces whose removal was acknowledged. */
  Set<Long> removed() {
    return removed;
  }

  /** Answers that no gallery may give. */
  List<String> unexpected() {
    return unexpected;
  }

  Duration longest() {
    return Duration.ofNanos(longestNanos.get());
  }

  private void run() {
    while (!ending) {
      long seed = next.incrementAndGet();
      BiometricReference face = reference(subject(seed), templates.random(seed));
      if (succeeds(() -> gallery.enrol(face))) {
        if (succeeds(() -> search(seed))) {
          searches.incrementAndGet();
        }
        settle(seed, face);
      }
    }
  }

  /** Every third face is removed again. */
  private void settle(long seed, BiometricReference face) {
    if (seed % 3 != 0) {
      kept.add(seed);
    } else if (succeeds(() -> gallery.removeSubject(face.key().subjectKey()))) {
      removed.add(seed);
    }
  }

  private void search(long seed) {
    var found = gallery.search(Source.DEFAULT, templates.random(seed), 1).candidates();
    if (found.isEmpty() || !found.getFirst().subject().value().equals(subject(seed))) {
      unexpected.add("missed " + subject(seed));
    }
  }

  private boolean succeeds(Runnable call) {
    long from = System.nanoTime();
    try {
      call.run();
      return true;
    } catch (BackendException e) {
      failures.incrementAndGet();
      return false;
    } catch (RuntimeException e) {
      unexpected.add(e.toString());
      return false;
    } finally {
      longestNanos.accumulateAndGet(System.nanoTime() - from, Math::max);
    }
  }

  /** Until some more searches have succeeded. */
  void awaitProgress() {
    long from = searches.get();
    await(() -> searches.get() >= from + PROGRESS);
  }

  /** Until every thread has met a failure. */
  void awaitFailure() {
    long from = failures.get();
    await(() -> failures.get() >= from + THREADS);
  }

  private static void await(BooleanSupplier condition) {
    long until = System.nanoTime() + PATIENCE.toNanos();
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime()).as("time until it happens").isLessThan(until);
      LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
    }
  }

  void end() {
    ending = true;
    threads.shutdown();
    try {
      assertThat(threads.awaitTermination(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    ending = true;
    threads.shutdownNow();
  }
}
