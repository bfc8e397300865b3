package io.faceservice.imagestore.sqlite;

import static io.faceservice.application.testkit.Enrolments.face;
import static io.faceservice.application.testkit.Enrolments.image;
import static io.faceservice.application.testkit.Enrolments.reference;
import static org.assertj.core.api.Assertions.assertThat;

import io.faceservice.application.port.enrolment.EnrolledFace;
import io.faceservice.application.port.enrolment.Intent;
import io.faceservice.application.testkit.Enrolments;
import io.faceservice.domain.biometric.ReferenceKey;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a process killed in the middle of its writes leaves behind. */
final class CrashTest {
  private static final int KILLS = 3;
  private static final int CHANGES_BEFORE_A_KILL = 150;

  @TempDir private Path directory;

  @Test
  void everythingAcknowledgedOutlivesAKill() throws Exception {
    Map<String, Character> acknowledged = new HashMap<>();
    for (int kill = 0; kill < KILLS; kill++) {
      acknowledged.putAll(writeUntilKilled(kill + "-"));
      try (var store = new SqliteImageStore(directory, Duration.ofSeconds(10), Enrolments.MODEL)) {
        store.prepare();
        assertThat(store.damages()).isEmpty();
        acknowledged.forEach((id, change) -> assertIsAsAcknowledged(store, face(id), change));
        store.unfinished().forEach(intent -> settle(store, intent));
        assertThat(store.unfinished()).isEmpty();
      }
    }
    assertThat(acknowledged).hasSizeGreaterThan(KILLS * CHANGES_BEFORE_A_KILL / 3);
  }

  private static void assertIsAsAcknowledged(
      SqliteImageStore store, ReferenceKey key, char change) {
    switch (change) {
      case '+' -> {
        assertThat(store.current(key).map(EnrolledFace::reference))
            .contains(reference(key, key.hashCode()));
        assertThat(store.evidence(key, 1).orElseThrow().image().toArray())
            .isEqualTo(image(key.hashCode(), 1_000).toArray());
      }
      case '-' -> assertThat(store.current(key)).isEmpty();
      default -> assertThat(change).as("a removal was asked for, not acknowledged").isEqualTo('?');
    }
  }

  /** The writer has no gallery, so there is none to make agree. */
  private static void settle(SqliteImageStore store, Intent intent) {
    store.complete(intent);
  }

  /** Returns what was last acknowledged of each subject. */
  private Map<String, Character> writeUntilKilled(String prefix) throws IOException {
    Process writer =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                KilledWriter.class.getName(),
                directory.toString(),
                prefix)
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    Map<String, Character> acknowledged = new HashMap<>();
    try (BufferedReader changes = writer.inputReader()) {
      int read = 0;
      for (String line = changes.readLine(); line != null; line = changes.readLine()) {
        if (line.endsWith(KilledWriter.END)) {
          acknowledged.put(line.substring(1, line.length() - 1), line.charAt(0));
        }
        if (++read == CHANGES_BEFORE_A_KILL) {
          writer.toHandle().destroyForcibly();
        }
      }
    } finally {
      writer.toHandle().destroyForcibly();
    }
    return acknowledged;
  }
}
