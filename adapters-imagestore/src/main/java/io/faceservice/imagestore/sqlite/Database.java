package io.faceservice.imagestore.sqlite;

import io.faceservice.application.port.BackendException.Kind;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sqlite.SQLiteConfig;

/**
 * The open file: one connection that writes, a few that read beside it. Safe for use by many
 * threads, but not to be closed while it is used.
 */
final class Database implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Database.class);
  private static final int READERS = 4;

  /** How long to wait for another process that writes, in milliseconds. */
  private static final int BUSY_TIMEOUT = 5_000;

  /** For the connection that writes; in this order, since WAL mode fixes the page size. */
  private static final List<String> SETTINGS =
      List.of(
          "PRAGMA page_size = 8192",
          // A commit is on the disk when it returns, not merely in its cache.
          "PRAGMA synchronous = FULL",
          "PRAGMA fullfsync = ON",
          "PRAGMA checkpoint_fullfsync = ON",
          "PRAGMA foreign_keys = ON",
          // What is deleted is overwritten with zeros.
          "PRAGMA secure_delete = ON",
          // No image in a temporary file.
          "PRAGMA temp_store = MEMORY",
          "PRAGMA trusted_schema = OFF",
          "PRAGMA cache_size = -16000");

  private final GroupCommit writer;
  private final Session writing;
  private final List<Session> reading;
  private final Deque<Session> idle;
  private final Semaphore idleReaders = new Semaphore(READERS);

  private Database(Session writing, List<Session> reading) {
    this.writing = writing;
    this.writer = new GroupCommit(writing);
    this.reading = reading;
    this.idle = new ConcurrentLinkedDeque<>(reading);
  }

  /** Opens the file, or makes it, and brings its tables to today's version. */
  static Database open(Path file) throws SQLException, IOException {
    make(file);
    List<Session> opened = new ArrayList<>();
    try {
      Session writing = connect(file, new SQLiteConfig());
      opened.add(writing);
      prepare(writing);
      SQLiteConfig readOnly = new SQLiteConfig();
      readOnly.setReadOnly(true);
      for (int i = 0; i < READERS; i++) {
        opened.add(connect(file, readOnly));
      }
      Database database = new Database(writing, List.copyOf(opened.subList(1, opened.size())));
      database.erase();
      return database;
    } catch (SQLException | RuntimeException e) {
      for (Session session : opened) {
        session.close();
      }
      throw e;
    }
  }

  /** Makes directory and file for their owner's eyes alone; SQLite's further files follow suit. */
  private static void make(Path file) throws IOException {
    Path directory = file.toAbsolutePath().getParent();
    boolean posix = file.getFileSystem().supportedFileAttributeViews().contains("posix");
    Files.createDirectories(directory, posix ? permissions("rwx------") : new FileAttribute<?>[0]);
    try {
      Files.createFile(file, posix ? permissions("rw-------") : new FileAttribute<?>[0]);
    } catch (FileAlreadyExistsException opensIt) {
      LOG.debug("{} is there already", file);
    }
  }

  private static FileAttribute<?>[] permissions(String text) {
    return new FileAttribute<?>[] {
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(text))
    };
  }

  private static Session connect(Path file, SQLiteConfig config) throws SQLException {
    config.setBusyTimeout(BUSY_TIMEOUT);
    return new Session(config.createConnection("jdbc:sqlite:" + file.toAbsolutePath()));
  }

  private static void prepare(Session writing) throws SQLException {
    for (String setting : SETTINGS) {
      writing.script(setting);
    }
    String mode = writing.first("PRAGMA journal_mode = WAL", row -> row.getString(1)).orElse("");
    if (!mode.equals("wal")) {
      throw SqliteFailures.failure(
          Kind.UNAVAILABLE, "the image store needs a local disk: no write-ahead log is possible");
    }
    Schema.migrate(writing);
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

  /**
   * Leaves no trace of what was deleted. Zeros lie over it since the commit, but so far only in the
   * write-ahead log, which may hold the deleted itself as well: so the log's pages go to the file,
   * and the log is cut to nothing.
   */
  void erase() throws SQLException {
    long busy = writer.between(session -> session.number("PRAGMA wal_checkpoint(TRUNCATE)"));
    if (busy != 0) {
      LOG.warn(
          "Another process reads the image store: what was removed leaves its log at the next"
              + " removal, or when the store is opened or closed");
    }
  }

  @Override
  public void close() throws SQLException {
    for (Session session : reading) {
      session.close();
    }
    erase();
    writing.close();
  }
}
