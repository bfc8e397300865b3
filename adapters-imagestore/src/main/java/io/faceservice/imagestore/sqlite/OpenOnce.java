package io.faceservice.imagestore.sqlite;

import io.faceservice.application.port.BackendException;
import io.faceservice.application.port.BackendException.Kind;
import io.faceservice.domain.biometric.InvalidInputException;
import java.io.IOException;
import java.sql.SQLException;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.jspecify.annotations.Nullable;

/**
 * The life of a {@link Database}, opened once and closed when nobody uses it any more; and the
 * place where the driver's exceptions end. Safe for use by many threads.
 */
final class OpenOnce {
  private final DatabaseFile file;

  /** Held for reading by those who use the database, for writing by who opens or closes it. */
  private final ReadWriteLock life = new ReentrantReadWriteLock();

  private @Nullable Database database;
  private boolean closed;

  OpenOnce(DatabaseFile file) {
    this.file = file;
  }

  void open() {
    life.writeLock().lock();
    try {
      if (closed) {
        throw notOpen();
      }
      if (database == null) {
        database = Database.open(file);
      }
    } catch (SQLException e) {
      throw SqliteFailures.of(file.path(), e);
    } catch (IOException e) {
      throw SqliteFailures.of(file.path(), e);
    } finally {
      life.writeLock().unlock();
    }
  }

  void close() {
    life.writeLock().lock();
    try {
      closed = true;
      if (database != null) {
        database.close();
      }
    } catch (SQLException e) {
      throw SqliteFailures.of(file.path(), e);
    } finally {
      database = null;
      life.writeLock().unlock();
    }
  }

  <T> T write(Session.Work<T> change) {
    return use(open -> open.write(change));
  }

  <T> T read(Session.Work<T> query) {
    try {
      return use(open -> open.read(query));
    } catch (IllegalArgumentException | InvalidInputException e) {
      throw SqliteFailures.nonsense(file.path(), e);
    }
  }

  <T> T writeAndErase(Session.Work<T> change) {
    return use(open -> open.writeAndErase(change));
  }

  /** Something done with the open database. */
  private interface Use<T> {
    T with(Database open) throws SQLException;
  }

  private <T> T use(Use<T> use) {
    life.readLock().lock();
    try {
      if (database == null) {
        throw notOpen();
      }
      return use.with(database);
    } catch (SQLException e) {
      throw SqliteFailures.of(file.path(), e);
    } finally {
      life.readLock().unlock();
    }
  }

  private static BackendException notOpen() {
    return SqliteFailures.failure(Kind.UNAVAILABLE, "the image store is not open");
  }
}
