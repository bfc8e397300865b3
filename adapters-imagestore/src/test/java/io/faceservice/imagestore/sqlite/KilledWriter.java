package io.faceservice.imagestore.sqlite;

import static io.faceservice.application.testkit.Enrolments.enrolment;
import static io.faceservice.application.testkit.Enrolments.face;

import io.faceservice.application.testkit.Enrolments;
import io.faceservice.domain.biometric.ReferenceKey;
import java.nio.file.Path;
import java.time.Duration;

/**
 * A process to be killed: enrols subjects without end, removes every third again, and prints each
 * change once the store has acknowledged it.
 */
final class KilledWriter {
  /** The last character of each line. */
  static final String END = ".";

  private static final int THREADS = 4;

  private KilledWriter() {}

  /**
   * Writes until the process is killed.
   *
   * @param arguments the store's directory, and a prefix for the subjects' identifiers
   */
  public static void main(String[] arguments) {
    var store =
        new SqliteImageStore(Path.of(arguments[0]), Duration.ofSeconds(10), Enrolments.MODEL);
    store.prepare();
    for (int t = 0; t < THREADS; t++) {
      String prefix = arguments[1] + t + "-";
      Thread.ofPlatform().start(() -> writeOn(store, prefix));
    }
  }

  private static void writeOn(SqliteImageStore store, String prefix) {
    for (int n = 0; ; n++) {
      ReferenceKey key = face(prefix + n);
      store.complete(store.record(enrolment(key, key.hashCode())));
      print("+", key);
      if (n % 3 == 0) {
        print("?", key);
        store.remove(key.subjectKey()).ifPresent(store::complete);
        print("-", key);
      }
    }
  }

  /** The line's end tells a whole line from one that the kill cut off. */
  private static void print(String change, ReferenceKey key) {
    System.out.println(change + key.subject() + END);
  }
}
