package io.faceservice.imagestore.sqlite;

import static io.faceservice.application.testkit.Enrolments.enrolment;
import static io.faceservice.application.testkit.Enrolments.face;
import static io.faceservice.application.testkit.Enrolments.reference;
import static io.faceservice.application.testkit.Enrolments.subject;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import io.faceservice.application.port.BackendException;
import io.faceservice.application.port.BackendException.Kind;
import io.faceservice.application.port.ImageStore;
import io.faceservice.application.port.enrolment.Cursor;
import io.faceservice.application.port.enrolment.Enrolment;
import io.faceservice.application.port.enrolment.Evidence;
import io.faceservice.application.port.enrolment.LivenessReport;
import io.faceservice.application.testkit.Enrolments;
import io.faceservice.domain.biometric.FaceImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of the file itself: who may read it, what stays in it, which ones are refused. */
final class SqliteFileTest {
  @TempDir private Path temporary;
  private Path directory = Path.of("");
  private Path file = Path.of("");

  @BeforeEach
  void place() {
    directory = temporary.resolve("data").resolve("images");
    file = directory.resolve(SqliteImageStore.FILE);
  }

  private SqliteImageStore open() {
    var store = new SqliteImageStore(directory, Duration.ofMillis(1), Enrolments.MODEL);
    store.prepare();
    return store;
  }

  private static void enrol(ImageStore store, Enrolment enrolment) {
    store.complete(store.record(enrolment));
  }

  /** Runs a statement as another program would. */
  private void otherwise(String sql) throws SQLException {
    try (Connection other = DriverManager.getConnection("jdbc:sqlite:" + file);
        var statement = other.createStatement()) {
      statement.executeUpdate(sql);
    }
  }

  private static void assertFails(ThrowingCallable call, Kind kind, String because) {
    assertThatThrownBy(call)
        .asInstanceOf(type(BackendException.class))
        .returns(kind, BackendException::kind)
        .returns("image store", BackendException::backend)
        .satisfies(failure -> assertThat(failure).hasMessageContaining(because));
  }

  @Test
  void isReadableByItsOwnerAlone() throws IOException {
    try (var store = open()) {
      enrol(store, enrolment(face("ada"), 1));
      assertThat(permissions(directory)).isEqualTo("rwx------");
      assertThat(permissions(temporary.resolve("data"))).isEqualTo("rwx------");
      try (var files = Files.list(directory)) {
        assertThat(files.toList())
            .hasSizeGreaterThan(1)
            .allSatisfy(each -> assertThat(permissions(each)).isEqualTo("rw-------"));
      }
    }
  }

  private static String permissions(Path path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }

  @Test
  void leavesNoByteOfWhoWasRemoved() throws IOException {
    String mark = "Zaphod ";
    var evidence =
        new Evidence(
            image(mark.repeat(5_000)),
            List.of(image(mark.repeat(30_000)), image(mark)),
            new LivenessReport(mark));
    try (var store = open()) {
      enrol(store, enrolment(face("ada"), 1));
      enrol(store, enrolment(reference(face(mark), 1), evidence));
      enrol(store, enrolment(reference(face(mark), 2), evidence));
      assertThat(content()).contains(mark);
      store.remove(subject(mark)).ifPresent(store::complete);
      assertThat(content()).doesNotContain(mark);
      assertThat(store.evidence(face("ada"), 1)).isPresent();
    }
    assertThat(content()).doesNotContain(mark);
  }

  private static FaceImage image(String text) {
    return FaceImage.of(text.getBytes(StandardCharsets.US_ASCII));
  }

  /** All bytes of all files in the directory, as characters. */
  private String content() throws IOException {
    StringBuilder all = new StringBuilder();
    try (var files = Files.list(directory)) {
      for (Path each : files.toList()) {
        all.append(new String(Files.readAllBytes(each), StandardCharsets.ISO_8859_1));
      }
    }
    return all.toString();
  }

  @Test
  void refusesAFileOfANewerVersion() throws SQLException {
    open().close();
    otherwise("PRAGMA user_version = " + (Schema.VERSION + 1));
    assertFails(this::open, Kind.REFUSED, "newer version");
  }

  @Test
  void refusesADatabaseOfSomethingElseAndLeavesItAlone() throws Exception {
    Files.createDirectories(directory);
    otherwise("CREATE TABLE address_book (name TEXT)");
    assertFails(this::open, Kind.CORRUPT, "not one of this service's");
    otherwise("INSERT INTO address_book VALUES ('still there')");
  }

  @Test
  void refusesWhatIsNoDatabase() throws IOException {
    Files.createDirectories(directory);
    Files.writeString(file, "These are not the bytes you are looking for. ".repeat(100));
    assertFails(this::open, Kind.CORRUPT, "is not an SQLite database");
    assertFails(this::open, Kind.CORRUPT, file.toString());
  }

  @Test
  void saysThatADamagedFileIsDamaged() throws IOException {
    try (var store = open()) {
      for (int n = 0; n < 50; n++) {
        enrol(store, enrolment(face("p" + n), n));
      }
      assertThat(store.damages()).isEmpty();
    }
    byte[] bytes = Files.readAllBytes(file);
    byte[] noise = new byte[bytes.length / 2];
    new Random(1).nextBytes(noise);
    System.arraycopy(noise, 0, bytes, bytes.length / 2, noise.length);
    Files.write(file, bytes);
    try (var store = open()) {
      assertThat(store.damages()).isNotEmpty();
      assertFails(() -> store.scan(Cursor.START, 100), Kind.CORRUPT, "restore it from a backup");
    }
  }

  @Test
  void isUnavailableToWritersAloneWhileAnotherProcessWrites() throws SQLException {
    try (var store = open();
        Connection other = DriverManager.getConnection("jdbc:sqlite:" + file);
        var statement = other.createStatement()) {
      enrol(store, enrolment(face("ada"), 1));
      statement.executeUpdate("BEGIN IMMEDIATE");
      assertFails(() -> store.record(enrolment(face("bob"), 2)), Kind.UNAVAILABLE, "locked");
      assertThat(store.current(face("ada"))).isPresent();
      assertThat(store.check().up()).isTrue();
      statement.executeUpdate("ROLLBACK");
      enrol(store, enrolment(face("bob"), 2));
      assertThat(store.current(face("bob"))).isPresent();
    }
  }

  @Test
  void isUnavailableWhereNoFileCanBeMade() throws IOException {
    Files.createDirectories(temporary.resolve("data"));
    Files.writeString(directory, "a file stands where the directory should");
    assertFails(this::open, Kind.UNAVAILABLE, directory.toString());
  }

  @Test
  void findsASubjectWithoutReadingThroughItsSource() throws Exception {
    open().close();
    try (Connection other = DriverManager.getConnection("jdbc:sqlite:" + file)) {
      Session session = new Session(other);
      for (String query : List.of(FaceQueries.CURRENT_OF_SUBJECT, Changes.REFERENCES_OF_SUBJECT)) {
        assertThat(session.list("EXPLAIN QUERY PLAN " + query, row -> row.getString(4)))
            .anyMatch(step -> step.contains("SEARCH face") && step.contains("subject=?"));
      }
    }
  }
}
