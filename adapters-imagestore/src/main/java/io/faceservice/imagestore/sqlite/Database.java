package io.faceservice.imagestore.sqlite;

import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The open file: one connection that writes, a few that read beside it. Safe for use by many
 * threads, but not to be closed while it is used.
 */
final class Database implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Database.class);
  private static final int READERS = 4;

  /** How long, in milliseconds, a writer may be held up by other processes' readers to erase. */
  private static final int ERASURE_PATIENCE = 200;

  private final DatabaseFile file;
  private final List<Session> sessions;
  private final GroupCommit writer;
  private final Deque<Session> idle;
  private final Semaphore idleReaders = new Semaphore(READERS);

  private Database(DatabaseFile file, List<Session> sessions) {
    this.file = file;
    this.sessions = sessions;
    this.writer = new GroupCommit(sessions.getFirst(), session -> erase(file, session));
    this.idle = new ConcurrentLinkedDeque<>(sessions.subList(1, sessions.size()));
  }

  /** Opens the file, or makes it, and brings its tables to today's version. */
  static Database open(DatabaseFile file) throws SQLException, IOException {
    file.make();
    List<Session> sessions = new ArrayList<>();
    try {
      sessions.add(file.connectToWrite());
      erase(file, sessions.getFirst());
      for (int i = 0; i < READERS; i++) {
        sessions.add(file.connectToRead());
      }
      return new Database(file, sessions);
    } catch (SQLException | RuntimeException e) {
      close(sessions);
      throw e;
    }
  }

  /** Applies a change and returns once it is durable. */
  <T> T write(Session.Work<T> change) throws SQLException {
    return writer.write(change);
  }

  /** Runs a query on whichever reader is free. */
  <T> T read(Session.Work<T> query) throws SQLException {
    idleReaders.acquireUninterruptibly();
    Session session = idle.pop();
    try {
      return query.with(session);
    } finally {
      idle.push(session);
      idleReaders.release();
    }
  }

  /** Applies a change and returns once it is durable and what it deleted is erased. */
  <T> T writeAndErase(Session.Work<T> change) throws SQLException {
    return writer.writeAndErase(change);
  }

  /**
   * Leaves no trace of what was deleted. Zeros lie over it since the commit, but so far only in the
   * write-ahead log, which may hold the deleted itself as well: so the log's pages go to the file,
   * and the log is cut to nothing. Readers of other processes can hinder that; then it is made up
   * for at the next erasure, of which there is one at each opening and closing.
   */
  private static boolean erase(DatabaseFile file, Session writing) throws SQLException {
    writing.script("PRAGMA busy_timeout = " + ERASURE_PATIENCE);
    try {
      boolean erased = writing.number("PRAGMA wal_checkpoint(TRUNCATE)") == 0;
      if (!erased) {
        LOG.warn("What was removed stays in the log of {}: another process reads", file.path());
      }
      return erased;
    } finally {
      writing.script("PRAGMA busy_timeout = " + file.patience().toMillis());
    }
  }

  /** Erases what was deleted, and closes all connections even if that fails. */
  @Override
  public void close() throws SQLException {
    writer.close();
    try {
      erase(file, sessions.getFirst());
    } finally {
      close(sessions);
    }
  }

  private static void close(List<Session> sessions) throws SQLException {
    for (Session session : sessions.reversed()) {
      session.close();
    }
  }
}
