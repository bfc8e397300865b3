package io.faceservice.imagestore.mongodb;

import static io.faceservice.application.testkit.Enrolments.enrolment;
import static io.faceservice.application.testkit.Enrolments.face;
import static io.faceservice.application.testkit.Enrolments.image;
import static io.faceservice.application.testkit.Enrolments.subject;
import static io.faceservice.application.testkit.Enrolments.template;
import static io.faceservice.imagestore.mongodb.OldVersions.version;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import io.faceservice.application.port.enrolment.Cursor;
import io.faceservice.application.port.enrolment.EnrolledFace;
import io.faceservice.application.port.enrolment.EnrolledSubject;
import io.faceservice.application.port.enrolment.Intent;
import io.faceservice.application.port.enrolment.SourceCount;
import io.faceservice.application.testkit.Enrolments;
import io.faceservice.domain.biometric.FaceImage;
import io.faceservice.domain.biometric.ReferenceKey;
import io.faceservice.domain.biometric.Source;
import java.time.Instant;
import java.util.List;
import org.bson.Document;
import org.bson.types.ObjectId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How the first generation's people are shown, changed and removed. */
abstract class OldPeopleContract {
  private final String database = new ObjectId().toHexString();
  private MongoClient client;
  private MongoCollection<Document> people;

  abstract String uri();

  @BeforeEach
  final void connect() {
    client = MongoClients.create(uri());
    people = client.getDatabase(database).getCollection("people");
  }

  @AfterEach
  final void disconnect() {
    client.close();
  }

  private MongoImageStore open() {
    MongoImageStore store = Stores.of(uri(), database, Enrolments.MODEL);
    store.prepare();
    return store;
  }

  private void insert(Document... newestFirst) {
    people.insertOne(
        new Document("current_version", newestFirst[0].get("_version"))
            .append("data", List.of(newestFirst)));
  }

  private void insertAda() {
    insert(version(2, "ada", 20), version(1, "ada", 10).append("source", "bank"));
  }

  private static final ReferenceKey ADA = face("bank", "ada");

  @Test
  final void showsOldPeopleLikeAnyOther() {
    insertAda();
    insert(version(1, "bob", 30).append("source", "default"));
    insert(version(1, "carol", 40));
    try (MongoImageStore store = open()) {
      EnrolledFace ada = store.current(ADA).orElseThrow();
      assertThat(ada.version()).isEqualTo(2);
      assertThat(ada.enrolledAt()).isEqualTo(Instant.parse("2021-01-02T03:04:05Z"));
      assertThat(ada.reference().createdAt().value()).isEqualTo("day 20");
      assertThat(ada.reference().template().model()).isEqualTo(Stores.OLD_MODEL);
      assertThat(ada.reference().template().embedding().cosine(template(20, 512).embedding()))
          .isGreaterThan(0.99999);
      assertThat(store.versions(ADA)).extracting(EnrolledFace::version).containsExactly(2, 1);
      assertThat(store.scan(Cursor.START, 10).entries())
          .extracting(EnrolledFace::key)
          .containsExactly(ADA, face("bob"), face("carol"));
      assertThat(store.subjects(Source.DEFAULT, Cursor.START, 10).entries())
          .extracting(EnrolledSubject::key)
          .containsExactly(subject("bob"), subject("carol"));
      assertThat(store.sources())
          .containsExactly(
              new SourceCount(new Source("bank"), 1, 1), new SourceCount(Source.DEFAULT, 2, 2));
      assertThat(store.unfinished()).isEmpty();
    }
  }

  @Test
  final void readsTheirPicturesWhereTheyAre() {
    insertAda();
    try (MongoImageStore store = open()) {
      assertEvidence(store, 2, 20);
      assertEvidence(store, 1, 10);
      assertThat(store.evidence(ADA, 3)).isEmpty();
    }
  }

  private static void assertEvidence(MongoImageStore store, int version, long seed) {
    var evidence = store.evidence(ADA, version).orElseThrow();
    assertThat(evidence.image().toArray()).isEqualTo(image(seed, 900).toArray());
    assertThat(evidence.livenessFrames().stream().map(FaceImage::toArray))
        .containsExactly(image(seed + 1, 70).toArray(), image(seed + 2, 70).toArray());
  }

  @Test
  final void whoIsEnrolledAgainMovesHereWithAllPictures() {
    insertAda();
    try (MongoImageStore store = open()) {
      store.complete(store.record(enrolment(ADA, 5)));
      assertThat(store.versions(ADA)).extracting(EnrolledFace::version).containsExactly(3, 2, 1);
      assertThat(people.countDocuments()).isZero();
      assertEvidence(store, 2, 20);
      assertEvidence(store, 1, 10);
      assertThat(store.evidence(ADA, 3)).isPresent();
      assertThat(store.scan(Cursor.START, 10).entries()).hasSize(1);
    }
    try (MongoImageStore again = open()) {
      assertThat(again.versions(ADA)).hasSize(3);
    }
  }

  @Test
  final void whoIsRemovedIsGoneFromTheOldCollectionToo() {
    insertAda();
    insertAda();
    try (MongoImageStore store = open()) {
      Intent removal = store.remove(ADA.subjectKey()).orElseThrow();
      assertThat(people.countDocuments()).isZero();
      store.complete(removal);
    }
    try (MongoImageStore again = open()) {
      assertThat(again.current(ADA)).isEmpty();
      assertThat(again.sources()).isEmpty();
      assertThat(again.scan(Cursor.START, 10).entries()).isEmpty();
    }
  }

  @Test
  final void whoIsHereAlreadyIsLeftAsTheyAre() {
    try (MongoImageStore store = open()) {
      store.complete(store.record(enrolment(ADA, 5)));
    }
    insertAda();
    try (MongoImageStore store = open()) {
      assertThat(store.versions(ADA)).extracting(EnrolledFace::version).containsExactly(1);
      store.remove(ADA.subjectKey()).ifPresent(store::complete);
      assertThat(people.countDocuments()).isZero();
    }
  }

  @Test
  final void keepsATemplateOfTheNextPackBesideTheOldOne() {
    insertAda();
    try (MongoImageStore store = open()) {
      store.addTemplate(ADA, 2, template(20, 512)).ifPresent(store::complete);
      assertThat(store.current(ADA).orElseThrow().reference().template())
          .isEqualTo(template(20, 512));
      assertEvidence(store, 2, 20);
    }
  }

  @Test
  final void aBrokenDocumentHidesNobodyElse() {
    people.insertOne(new Document("nothing", 1));
    people.insertOne(new Document("data", "text"));
    insert(new Document("people_id", "no face"));
    insert(version(1, " ", 10));
    insert(version(1, "zero", 10).append("face", List.of(0.0, 0.0)));
    insert(version(1, "bob", 30).append("image", "not base64!"));
    try (MongoImageStore store = open()) {
      assertThat(store.scan(Cursor.START, 10).entries())
          .extracting(EnrolledFace::key)
          .containsExactly(face("bob"));
      assertThat(store.evidence(face("bob"), 1)).isEmpty();
      store.complete(store.record(enrolment(face("bob"), 5)));
      assertThat(store.versions(face("bob"))).hasSize(2);
      assertThat(people.countDocuments()).isEqualTo(5);
    }
  }

  @Test
  final void findsMoreThanOneBatchOnceEach() {
    for (int n = 0; n < 130; n++) {
      insert(version(1, "p" + n, n));
    }
    open().close();
    insert(version(1, "late", 1));
    try (MongoImageStore store = open()) {
      assertThat(store.scan(Cursor.START, 1000).entries()).hasSize(131);
      assertThat(store.sources()).containsExactly(new SourceCount(Source.DEFAULT, 131, 131));
    }
  }
}
