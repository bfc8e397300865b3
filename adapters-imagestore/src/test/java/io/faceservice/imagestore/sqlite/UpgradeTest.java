package io.faceservice.imagestore.sqlite;

import static io.faceservice.application.testkit.Enrolments.enrolment;
import static io.faceservice.application.testkit.Enrolments.face;
import static org.assertj.core.api.Assertions.assertThat;

import io.faceservice.application.port.enrolment.EnrolledFace;
import io.faceservice.application.port.enrolment.Enrolment;
import io.faceservice.application.testkit.Enrolments;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files of earlier versions of the schema open with all that is in them. */
final class UpgradeTest {
  @TempDir private Path directory;

  @Test
  void opensAFileOfTheFirstVersionWithItsFaces() throws Exception {
    Enrolment ada = enrolment(face("ada"), 1);
    writeFirstVersion(ada);
    try (var store = new SqliteImageStore(directory, Duration.ofSeconds(1), Enrolments.MODEL)) {
      store.prepare();
      assertThat(store.current(face("ada")))
          .contains(new EnrolledFace(ada.reference(), 1, ada.enrolledAt()));
      assertThat(store.addTemplate(face("ada"), 1, Enrolments.template(2, 512))).isPresent();
      assertThat(store.current(face("ada")).orElseThrow().reference().template())
          .isEqualTo(Enrolments.template(2, 512));
    }
  }

  private void writeFirstVersion(Enrolment enrolment) throws Exception {
    Files.createDirectories(directory);
    Path file = directory.resolve(SqliteImageStore.FILE);
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file)) {
      Session session = new Session(connection);
      session.script(script("V1__enrolments.sql"));
      session.script("PRAGMA application_id = " + Schema.APPLICATION_ID);
      session.script("PRAGMA user_version = 1");
      Changes.record(session, enrolment);
    }
  }

  private static String script(String name) throws Exception {
    try (InputStream in = Objects.requireNonNull(Schema.class.getResourceAsStream(name))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
