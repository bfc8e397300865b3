package io.faceservice.imagestore.sqlite;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Writes changes so that those that come together share one transaction: the disk is waited for
 * once for all of them, and nobody is answered before it has answered. Safe for use by many
 * threads.
 *
 * <p>Whoever gets the turn commits all changes that wait, its own among them; the others find
 * theirs done when their turn comes. Each change stands or falls alone, behind a savepoint.
 */
final class GroupCommit {
  /** Bounds how long the first of a batch waits for the others. */
  private static final int LARGEST_BATCH = 64;

  private final Session session;
  private final Queue<Waiting<?>> queue = new ConcurrentLinkedQueue<>();
  private final ReentrantLock turn = new ReentrantLock();

  /**
   * @param session used here alone from now on
   */
  GroupCommit(Session session) {
    this.session = session;
  }

  /** Applies a change and returns its result once it is durable. */
  <T> T write(Session.Work<T> change) throws SQLException {
    Waiting<T> waiting = new Waiting<>(change);
    queue.add(waiting);
    turn.lock();
    try {
      while (!waiting.decided) {
        commitThoseThatWait();
      }
    } finally {
      turn.unlock();
    }
    return waiting.outcome();
  }

  /** Runs statements between two transactions. */
  <T> T between(Session.Work<T> statements) throws SQLException {
    turn.lock();
    try {
      return statements.with(session);
    } finally {
      turn.unlock();
    }
  }

  private void commitThoseThatWait() {
    List<Waiting<?>> batch = new ArrayList<>();
    for (var next = queue.poll(); next != null; next = queue.poll()) {
      batch.add(next);
      if (batch.size() == LARGEST_BATCH) {
        break;
      }
    }
    try {
      session.execute("BEGIN IMMEDIATE");
      for (Waiting<?> waiting : batch) {
        waiting.apply(session);
      }
      session.execute("COMMIT");
    } catch (SQLException | RuntimeException | Error failure) {
      batch.forEach(waiting -> waiting.failure = failure);
      rollBack(failure);
    }
    batch.forEach(waiting -> waiting.decided = true);
  }

  private void rollBack(Throwable failure) {
    try {
      session.execute("ROLLBACK");
    } catch (SQLException alreadyRolledBack) {
      failure.addSuppressed(alreadyRolledBack);
    }
  }

  /** A change on its way; all fields are guarded by the turn. */
  private static final class Waiting<T> {
    private final Session.Work<T> change;
    private @Nullable T result;
    private @Nullable Throwable failure;
    private boolean decided;

    private Waiting(Session.Work<T> change) {
      this.change = change;
    }

    private void apply(Session session) throws SQLException {
      session.execute("SAVEPOINT change");
      try {
        result = change.with(session);
      } catch (SQLException | RuntimeException e) {
        failure = e;
        session.execute("ROLLBACK TO change");
      }
      session.execute("RELEASE change");
    }

    private T outcome() throws SQLException {
      return switch (failure) {
        case SQLException e -> throw e;
        case RuntimeException e -> throw e;
        case Error e -> throw e;
        case null, default -> Objects.requireNonNull(result);
      };
    }
  }
}
