package io.faceservice.imagestore.sqlite;

import io.faceservice.application.port.BackendException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;

/** The tables, and how those of an older version become today's. */
final class Schema {
  /** Marks a file as one of ours, in its header: "FACE" in ASCII. */
  static final int APPLICATION_ID = 0x46414345;

  /** The scripts, in order: the first makes version 1 of an empty file, the n-th n of n - 1. */
  private static final List<String> MIGRATIONS = List.of("V1__enrolments.sql", "V2__templates.sql");

  /** The version that this program reads and writes. */
  static final int VERSION = MIGRATIONS.size();

  private Schema() {}

  /**
   * Brings the tables to today's version, in one transaction: two processes that start together
   * migrate once, and a crash leaves the version that was.
   */
  static void migrate(Session session) throws SQLException {
    session.execute("BEGIN IMMEDIATE");
    try {
      int version = recognise(session);
      for (String script : MIGRATIONS.subList(version, VERSION)) {
        session.script(read(script));
      }
      session.script("PRAGMA application_id = " + APPLICATION_ID);
      session.script("PRAGMA user_version = " + VERSION);
      session.execute("COMMIT");
    } catch (SQLException | RuntimeException e) {
      rollBack(session, e);
      throw e;
    }
  }

  private static void rollBack(Session session, Exception reason) {
    try {
      session.execute("ROLLBACK");
    } catch (SQLException alreadyRolledBack) {
      reason.addSuppressed(alreadyRolledBack);
    }
  }

  /** Returns the version of the file, 0 for an empty one; refuses what is not to be touched. */
  private static int recognise(Session session) throws SQLException {
    long application = session.number("PRAGMA application_id");
    long version = session.number("PRAGMA user_version");
    if (application == 0 && session.number("SELECT count(*) FROM sqlite_schema") == 0) {
      return 0;
    }
    if (application != APPLICATION_ID || version < 1) {
      throw SqliteFailures.failure(
          BackendException.Kind.CORRUPT,
          "the file is an SQLite database, but not one of this service's images");
    }
    if (version > VERSION) {
      throw SqliteFailures.failure(
          BackendException.Kind.REFUSED,
          "the file was written by a newer version of this service (schema %d, this one knows %d):"
                  .formatted(version, VERSION)
              + " start that version, or restore a backup of before");
    }
    return (int) version;
  }

  private static String read(String script) {
    try (InputStream in = Objects.requireNonNull(Schema.class.getResourceAsStream(script))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("a migration script is not readable: " + script, e);
    }
  }
}
