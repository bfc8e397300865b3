package io.faceservice.imagestore.mongodb;

import static io.faceservice.application.testkit.Enrolments.enrolment;
import static io.faceservice.application.testkit.Enrolments.face;
import static io.faceservice.application.testkit.Enrolments.subject;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import io.faceservice.application.port.BackendException;
import io.faceservice.application.port.ImageStore;
import io.faceservice.application.port.enrolment.Cursor;
import io.faceservice.application.port.enrolment.EnrolledFace;
import io.faceservice.application.port.enrolment.Intent;
import io.faceservice.application.testkit.Enrolments;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.function.Consumer;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a process leaves that dies between any two of its commands. */
final class InterruptedChangeTest {
  private static final String DATABASE = "faces";

  private final FailingServer server = new FailingServer();

  @AfterEach
  void stop() {
    server.close();
  }

  private MongoImageStore open() {
    var store =
        Stores.of(Stores.server(server.uri(), Duration.ofSeconds(30)), DATABASE, Enrolments.MODEL);
    store.prepare();
    return store;
  }

  /** Six versions, so that one fell out. */
  private static void enrolOften(ImageStore store) {
    for (int n = 1; n <= 6; n++) {
      store.complete(store.record(enrolment(face("ada"), n)));
    }
  }

  /** Dies before each command in turn, or after it was carried out, and checks what is left. */
  private void dyingAtEachCommand(
      boolean afterwards, Consumer<ImageStore> before, Consumer<ImageStore> change) {
    boolean done = false;
    for (int command = 1; !done; command++) {
      try (MongoImageStore dying = open()) {
        before.accept(dying);
        server.failFrom(command, afterwards);
        done = survives(() -> change.accept(dying));
      } finally {
        server.heal();
      }
      try (MongoImageStore next = open()) {
        assertIsWhole(next);
      }
      server.empty(DATABASE);
    }
  }

  private static boolean survives(Runnable change) {
    try {
      change.run();
      return true;
    } catch (BackendException e) {
      return false;
    }
  }

  private void assertIsWhole(MongoImageStore store) {
    assertVersionsHaveTheirEvidence(store);
    for (Intent intent : store.unfinished()) {
      store.complete(intent);
    }
    assertThat(store.unfinished()).isEmpty();
    assertVersionsHaveTheirEvidence(store);
    int current = store.current(subject("ada")).size();
    assertThat(store.scan(Cursor.START, 10).entries()).hasSize(current);
    assertThat(store.sources()).hasSize(current);
    assertNothingIsLeftOver(store.versions(face("ada")).size(), current);
  }

  private static void assertVersionsHaveTheirEvidence(ImageStore store) {
    for (EnrolledFace version : store.versions(face("ada"))) {
      assertThat(store.evidence(face("ada"), version.version())).isPresent();
    }
  }

  private void assertNothingIsLeftOver(int versions, int faces) {
    try (MongoClient client = MongoClients.create(server.uri())) {
      var tables = new Tables(client, DATABASE, Deadline.in(Duration.ofSeconds(30)));
      Sweep.deleteAbandoned(tables, Instant.now().plus(Duration.ofHours(2)));
      assertThat(tables.evidence().countDocuments()).isEqualTo(versions);
      assertThat(tables.places().countDocuments()).isEqualTo(faces);
      assertThat(tables.subjects().countDocuments()).isEqualTo(faces);
      assertThat(tables.uploads().find().into(new ArrayList<Document>())).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void aFirstEnrolmentIsWhollyThereOrNotAtAll(boolean afterwards) {
    dyingAtEachCommand(
        afterwards,
        store -> assertThat(store.sources()).isEmpty(),
        store -> store.complete(store.record(enrolment(face("ada"), 1))));
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void aLaterEnrolmentIsWhollyThereOrNotAtAll(boolean afterwards) {
    dyingAtEachCommand(
        afterwards,
        InterruptedChangeTest::enrolOften,
        store -> store.complete(store.record(enrolment(face("ada"), 9))));
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void aWithdrawalIsWhollyDoneOrNotAtAll(boolean afterwards) {
    dyingAtEachCommand(
        afterwards,
        store -> assertThat(store.sources()).isEmpty(),
        store -> {
          Intent.ToEnrol intent = store.record(enrolment(face("ada"), 1));
          store.withdraw(intent);
          store.complete(intent);
        });
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void aRemovalIsWhollyDoneOrNotAtAll(boolean afterwards) {
    dyingAtEachCommand(
        afterwards,
        InterruptedChangeTest::enrolOften,
        store -> store.remove(subject("ada")).ifPresent(store::complete));
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void aRemovalThatWasAcknowledgedStands(boolean afterwards) {
    for (int command = 1; command < 6; command++) {
      try (MongoImageStore dying = open()) {
        enrolOften(dying);
        Intent.ToRemove removal = dying.remove(subject("ada")).orElseThrow();
        server.failFrom(command, afterwards);
        survives(() -> dying.complete(removal));
      } finally {
        server.heal();
      }
      try (MongoImageStore next = open()) {
        assertThat(next.versions(face("ada"))).isEmpty();
        assertIsWhole(next);
      }
      server.empty(DATABASE);
    }
  }
}
