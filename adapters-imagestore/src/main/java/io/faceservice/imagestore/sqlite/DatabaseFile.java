package io.faceservice.imagestore.sqlite;

import io.faceservice.application.port.BackendException.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.sqlite.SQLiteConfig;

/**
 * Where the database lies, and how connections to it are set up.
 *
 * @param patience how long to wait for another process that writes
 */
record DatabaseFile(Path path, Duration patience) {

  /** For the connection that writes. The page size comes first, since WAL mode fixes it. */
  private static final List<String> SETTINGS =
      List.of(
          "PRAGMA page_size = 8192",
          // A commit is on the disk when it returns, not merely on its way there.
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

  /** Makes directory and file for their owner's eyes alone; SQLite's further files follow suit. */
  void make() throws IOException {
    if (!Files.exists(path)) {
      Files.createDirectories(path.toAbsolutePath().getParent(), ownerOnly("rwx------"));
      Files.createFile(path, ownerOnly("rw-------"));
    }
  }

  private FileAttribute<?>[] ownerOnly(String permissions) {
    return path.getFileSystem().supportedFileAttributeViews().contains("posix")
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
        }
        : new FileAttribute<?>[0];
  }

  /** Connects to write, and brings the tables to today's version. */
  Session connectToWrite() throws SQLException {
    Session session = connect(new SQLiteConfig());
    try {
      for (String setting : SETTINGS) {
        session.script(setting);
      }
      String mode = session.first("PRAGMA journal_mode = WAL", row -> row.getString(1)).orElse("");
      if (!mode.equals("wal")) {
        throw SqliteFailures.failure(
            Kind.UNAVAILABLE, "the image store needs a local disk: no write-ahead log is possible");
      }
      Schema.migrate(session);
      return session;
    } catch (SQLException | RuntimeException e) {
      session.close();
      throw e;
    }
  }

  /** Connects to read. */
  Session connectToRead() throws SQLException {
    SQLiteConfig config = new SQLiteConfig();
    config.setReadOnly(true);
    return connect(config);
  }

  private Session connect(SQLiteConfig config) throws SQLException {
    config.setBusyTimeout(Math.toIntExact(patience.toMillis()));
    return new Session(config.createConnection("jdbc:sqlite:" + path.toAbsolutePath()));
  }
}
