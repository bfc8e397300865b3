package io.faceservice.imagestore.mongodb;

import io.faceservice.application.port.enrolment.EnrolledFace;
import io.faceservice.application.port.enrolment.Intent;
import io.faceservice.domain.biometric.BiometricReference;
import io.faceservice.domain.biometric.CreatedAt;
import io.faceservice.domain.biometric.FaceTemplate;
import io.faceservice.domain.biometric.ModelId;
import io.faceservice.domain.biometric.ReferenceId;
import io.faceservice.domain.biometric.ReferenceKey;
import io.faceservice.domain.biometric.Source;
import io.faceservice.domain.biometric.SubjectId;
import io.faceservice.domain.biometric.SubjectKey;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.bson.Document;
import org.bson.types.Binary;
import org.bson.types.ObjectId;

/** A {@link Subject} as a document, and back. */
final class SubjectDocuments {
  static final String ID = "_id";
  static final String SOURCE = "source";
  static final String PERSON = "person";

  /** Another value after each change, so that no writer overwrites what it has not seen. */
  static final String REVISION = "revision";

  /** How many faces are enrolled; 0 of a subject that was removed. */
  static final String REFERENCES = "references";

  /** When the latest of the current versions was enrolled; for listings alone. */
  static final String LAST_ENROLLED_AT = "lastEnrolledAt";

  /** True if there are intents, else not there. */
  static final String UNFINISHED = "unfinished";

  private SubjectDocuments() {}

  static Document of(Subject subject) {
    var document =
        new Document(ID, SubjectIds.of(subject.key()))
            .append(SOURCE, subject.key().source().value())
            .append(PERSON, subject.key().subject().value())
            .append(REVISION, new ObjectId())
            .append(REFERENCES, subject.faces().size());
    subject.faces().stream()
        .map(face -> face.current().enrolled().enrolledAt())
        .max(Comparator.naturalOrder())
        .ifPresent(latest -> document.append(LAST_ENROLLED_AT, latest));
    if (!subject.intents().isEmpty()) {
      document.append(UNFINISHED, true);
    }
    return document
        .append("faces", subject.faces().stream().map(SubjectDocuments::of).toList())
        .append("intents", subject.intents().stream().map(SubjectDocuments::of).toList())
        .append("debris", of(subject.debris()))
        .append("old", subject.old().stream().map(SubjectDocuments::of).toList());
  }

  private static Document of(Face face) {
    return new Document("reference", face.key().reference().value())
        .append("place", face.place())
        .append("last", face.last())
        .append("versions", face.versions().stream().map(SubjectDocuments::of).toList());
  }

  private static Document of(Version version) {
    BiometricReference reference = version.enrolled().reference();
    List<Document> templates =
        Stream.concat(Stream.of(reference.template()), version.others().stream())
            .map(SubjectDocuments::of)
            .toList();
    return new Document("number", version.number())
        .append("intent", version.intent())
        .append("enrolledAt", version.enrolled().enrolledAt())
        .append("createdAt", reference.createdAt().value())
        .append("templates", templates)
        .append("evidence", version.upload());
  }

  private static Document of(FaceTemplate template) {
    return new Document("model", template.model().value())
        .append("embedding", new Binary(EmbeddingBytes.of(template.embedding())));
  }

  private static Document of(Intent intent) {
    String purpose =
        switch (intent) {
          case Intent.ToEnrol enrolment -> "enrol";
          case Intent.ToRemove removal -> "remove";
        };
    return new Document("number", Long.valueOf(intent.id().value()))
        .append("purpose", purpose)
        .append(
            "references",
            intent.references().stream().map(key -> key.reference().value()).toList());
  }

  private static Document of(Debris debris) {
    return new Document("uploads", debris.uploads())
        .append("places", debris.places())
        .append("documents", debris.documents().stream().map(SubjectDocuments::of).toList());
  }

  private static Document of(OldPlace place) {
    return new Document("database", place.database()).append("id", place.id());
  }

  static SubjectKey key(Document document) {
    return new SubjectKey(
        new Source(document.getString(SOURCE)), new SubjectId(document.getString(PERSON)));
  }

  static Subject read(Document document) {
    SubjectKey key = key(document);
    Document debris = document.get("debris", Document.class);
    return new Subject(
        key,
        documents(document, "faces").map(face -> face(key, face)).toList(),
        documents(document, "intents").map(intent -> intent(key, intent)).toList(),
        new Debris(
            debris.getList("uploads", String.class),
            debris.getList("places", Long.class),
            documents(debris, "documents").map(SubjectDocuments::oldPlace).toList()),
        documents(document, "old").map(SubjectDocuments::oldPlace).toList());
  }

  private static Stream<Document> documents(Document document, String field) {
    return document.getList(field, Document.class).stream();
  }

  private static OldPlace oldPlace(Document document) {
    return new OldPlace(document.getString("database"), present(document, "id"));
  }

  private static Face face(SubjectKey subject, Document document) {
    ReferenceKey key = subject.reference(new ReferenceId(document.getString("reference")));
    return new Face(
        key,
        document.getLong("place"),
        document.getInteger("last"),
        documents(document, "versions").map(version -> version(key, version)).toList());
  }

  private static Version version(ReferenceKey key, Document document) {
    List<FaceTemplate> templates =
        documents(document, "templates").map(SubjectDocuments::template).toList();
    var reference =
        new BiometricReference(
            key, templates.getFirst(), new CreatedAt(document.getString("createdAt")));
    Instant enrolledAt = document.getDate("enrolledAt").toInstant();
    return new Version(
        new EnrolledFace(reference, document.getInteger("number"), enrolledAt),
        templates.subList(1, templates.size()),
        document.getString("intent"),
        document.getString("evidence"));
  }

  private static FaceTemplate template(Document document) {
    return new FaceTemplate(
        new ModelId(document.getString("model")),
        EmbeddingBytes.read(((Binary) present(document, "embedding")).getData()));
  }

  private static Intent intent(SubjectKey subject, Document document) {
    var id = new Intent.Id(Long.toString(document.getLong("number")));
    List<ReferenceKey> references =
        document.getList("references", String.class).stream()
            .map(reference -> subject.reference(new ReferenceId(reference)))
            .toList();
    return switch (document.getString("purpose")) {
      case "enrol" -> new Intent.ToEnrol(id, references.getFirst());
      case "remove" -> new Intent.ToRemove(id, references);
      default -> throw new IllegalArgumentException("an intent enrols or removes");
    };
  }

  /** A field that every document of ours has. */
  static Object present(Document document, String field) {
    return Optional.ofNullable(document.get(field))
        .orElseThrow(() -> new IllegalArgumentException("a document lacks " + field));
  }
}
