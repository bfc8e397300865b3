package io.faceservice.imagestore.sqlite;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * Writes changes so that those that come together share one transaction: the disk is waited for
 * once for all of them, and nobody is answered before it has answered. Each change stands or falls
 * alone, behind a savepoint. Safe for use by many threads.
 *
 * <p>One thread of its own does all the writing, so that a crowd of waiting callers, which may be
 * virtual threads, neither holds it up nor keeps a carrier thread inside native code.
 */
final class GroupCommit implements AutoCloseable {
  /** Bounds how long the first of a batch waits for the others. */
  private static final int LARGEST_BATCH = 64;

  private final Session session;
  private final Session.Work<?> eraser;
  private final BlockingQueue<Waiting<?>> queue = new LinkedBlockingQueue<>();
  private final Thread thread;

  /**
   * @param session used by the writing thread alone from now on
   * @param eraser run between two transactions, after changes that ask for it
   */
  GroupCommit(Session session, Session.Work<?> eraser) {
    this.session = session;
    this.eraser = eraser;
    this.thread = Thread.ofPlatform().daemon().name("image-store-writer").start(this::writeOn);
  }

  /** Applies a change and returns its result once it is durable. */
  <T> T write(Session.Work<T> change) throws SQLException {
    return outcome(new Waiting<>(change, false));
  }

  /** Applies a change and returns its result once it is durable and the eraser has run. */
  <T> T writeAndErase(Session.Work<T> change) throws SQLException {
    return outcome(new Waiting<>(change, true));
  }

  private <T> T outcome(Waiting<T> waiting) throws SQLException {
    queue.add(waiting);
    try {
      return waiting.outcome.join();
    } catch (CompletionException e) {
      switch (e.getCause()) {
        case SQLException cause -> throw cause;
        case RuntimeException cause -> throw cause;
        case Error cause -> throw cause;
        case null, default -> throw e;
      }
    }
  }

  private void writeOn() {
    List<Waiting<?>> batch = new ArrayList<>();
    try {
      while (true) {
        batch.add(queue.take());
        queue.drainTo(batch, LARGEST_BATCH - 1);
        commit(batch);
        batch.clear();
      }
    } catch (InterruptedException closed) {
      Thread.currentThread().interrupt();
    }
  }

  private void commit(List<Waiting<?>> batch) {
    try {
      session.execute("BEGIN IMMEDIATE");
      for (Waiting<?> waiting : batch) {
        waiting.apply(session);
      }
      session.execute("COMMIT");
      if (batch.stream().anyMatch(Waiting::erases)) {
        eraser.with(session);
      }
      batch.forEach(Waiting::answer);
    } catch (SQLException | RuntimeException | Error failure) {
      rollBack(failure);
      batch.forEach(waiting -> waiting.outcome.completeExceptionally(failure));
    }
  }

  private void rollBack(Throwable failure) {
    try {
      session.execute("ROLLBACK");
    } catch (SQLException nothingToRollBack) {
      failure.addSuppressed(nothingToRollBack);
    }
  }

  /** Stops the thread once nobody waits any more; nothing may be written from here on. */
  @Override
  public void close() {
    thread.interrupt();
    boolean interrupted = false;
    while (thread.isAlive()) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /** A change on its way. */
  private static final class Waiting<T> {
    private final Session.Work<T> change;
    private final boolean erases;
    private final CompletableFuture<T> outcome = new CompletableFuture<>();

    /** Tells the caller, once the batch is durable, how this change went. */
    private Runnable answer = () -> {};

    private Waiting(Session.Work<T> change, boolean erases) {
      this.change = change;
      this.erases = erases;
    }

    private boolean erases() {
      return erases;
    }

    /** Throws only what fails the whole batch: on a full disk SQLite gives up all of it. */
    private void apply(Session session) throws SQLException {
      session.execute("SAVEPOINT change");
      try {
        T result = change.with(session);
        answer = () -> outcome.complete(result);
      } catch (SQLException | RuntimeException e) {
        try {
          session.execute("ROLLBACK TO change");
        } catch (SQLException wholeTransactionIsGone) {
          e.addSuppressed(wholeTransactionIsGone);
          throw e;
        }
        answer = () -> outcome.completeExceptionally(e);
      }
      session.execute("RELEASE change");
    }

    private void answer() {
      answer.run();
    }
  }
}
