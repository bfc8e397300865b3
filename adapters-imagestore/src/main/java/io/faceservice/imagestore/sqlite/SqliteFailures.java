package io.faceservice.imagestore.sqlite;

import io.faceservice.application.port.BackendException;
import io.faceservice.application.port.BackendException.Kind;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import org.sqlite.SQLiteErrorCode;

/** Where the driver's exceptions end: each becomes a sentence an operator can act on. */
final class SqliteFailures {
  private static final String BACKEND = "image store";

  /** Lower byte of a result code: the primary one; the upper bytes only say which of a kind. */
  private static final int PRIMARY = 0xFF;

  private SqliteFailures() {}

  static BackendException failure(Kind kind, String message) {
    return new BackendException(kind, BACKEND, message);
  }

  static BackendException of(Path file, IOException cause) {
    String message = "the image store cannot be made at %s: %s".formatted(file, cause);
    return new BackendException(Kind.UNAVAILABLE, BACKEND, message, cause);
  }

  /** For a row that was read, but holds what nobody can have written. */
  static BackendException nonsense(Path file, RuntimeException cause) {
    String message = "the image store %s is damaged: restore it from a backup".formatted(file);
    return new BackendException(Kind.CORRUPT, BACKEND, message, cause);
  }

  static BackendException of(Path file, SQLException cause) {
    SQLiteErrorCode code = SQLiteErrorCode.getErrorCode(cause.getErrorCode() & PRIMARY);
    return switch (code) {
      case SQLITE_NOTADB ->
          of(Kind.CORRUPT, file, "is not an SQLite database: restore it from a backup", cause);
      case SQLITE_CORRUPT -> of(Kind.CORRUPT, file, "is damaged: restore it from a backup", cause);
      case SQLITE_FULL -> of(Kind.UNAVAILABLE, file, "has no room left on its disk", cause);
      case SQLITE_BUSY, SQLITE_LOCKED, SQLITE_PROTOCOL ->
          of(Kind.UNAVAILABLE, file, "is locked by another process", cause);
      case SQLITE_CANTOPEN, SQLITE_PERM, SQLITE_READONLY, SQLITE_AUTH ->
          of(Kind.UNAVAILABLE, file, "may not be opened or written: see its permissions", cause);
      case SQLITE_IOERR, SQLITE_NOMEM ->
          of(Kind.UNAVAILABLE, file, "cannot be read or written", cause);
      default -> of(Kind.REFUSED, file, "refused a statement", cause);
    };
  }

  private static BackendException of(Kind kind, Path file, String what, SQLException cause) {
    String message = "the image store %s %s (%s)".formatted(file, what, cause.getMessage());
    return new BackendException(kind, BACKEND, message, cause);
  }
}
