package io.faceservice.application.bulk;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Works on a few items at a time and tells their outcomes in the order in which they came. Once it
 * is closed nothing is worked on, and what was done has been told.
 */
final class ItemQueue implements AutoCloseable {
  /** How long those that work when the queue is closed may finish in peace. */
  private static final long PATIENCE_SECONDS = 10;

  private final ExecutorService threads;
  private final int limit;
  private final ImportListener listener;
  private final Deque<Pending> pending = new ArrayDeque<>();
  private volatile boolean closed;

  private record Pending(ImportItem item, Future<Optional<ImportOutcome>> outcome) {}

  ItemQueue(int threads, ImportListener listener) {
    this.threads =
        Executors.newFixedThreadPool(
            threads, Thread.ofPlatform().name("import-", 0).daemon().factory());
    this.limit = 2 * threads;
    this.listener = listener;
  }

  /**
   * Takes an item on; waits while there are too many.
   *
   * @throws RuntimeException as the work on an earlier item threw it
   */
  void add(ImportItem item, Supplier<ImportOutcome> work) throws InterruptedException {
    if (pending.size() == limit) {
      tellFirst();
    }
    pending.add(
        new Pending(
            item, threads.submit(() -> closed ? Optional.empty() : Optional.of(work.get()))));
  }

  /** Waits for all. */
  void finish() throws InterruptedException {
    while (!pending.isEmpty()) {
      tellFirst();
    }
  }

  private void tellFirst() throws InterruptedException {
    Pending first = pending.getFirst();
    try {
      Optional<ImportOutcome> outcome = first.outcome().get();
      pending.removeFirst();
      outcome.ifPresent(known -> listener.heard(first.item(), known));
    } catch (ExecutionException e) {
      switch (e.getCause()) {
        case RuntimeException cause -> throw cause;
        case Error cause -> throw cause;
        case null, default -> throw new IllegalStateException("an item failed", e);
      }
    }
  }

  /** Begins nothing more, lets what was begun end, and tells what became of it. */
  @Override
  public void close() {
    closed = true;
    threads.shutdown();
    boolean interrupted = Thread.interrupted();
    try {
      if (!threads.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        threads.shutdownNow();
      }
    } catch (InterruptedException e) {
      interrupted = true;
      threads.shutdownNow();
    }
    pending.stream()
        .filter(one -> one.outcome().state() == Future.State.SUCCESS)
        .forEach(
            one -> one.outcome().resultNow().ifPresent(known -> listener.heard(one.item(), known)));
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
