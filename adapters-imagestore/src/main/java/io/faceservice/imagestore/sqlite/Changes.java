package io.faceservice.imagestore.sqlite;

import io.faceservice.application.port.ImageStore;
import io.faceservice.application.port.enrolment.Enrolment;
import io.faceservice.application.port.enrolment.Evidence;
import io.faceservice.application.port.enrolment.Intent;
import io.faceservice.domain.biometric.BiometricReference;
import io.faceservice.domain.biometric.FaceImage;
import io.faceservice.domain.biometric.FaceTemplate;
import io.faceservice.domain.biometric.ModelId;
import io.faceservice.domain.biometric.ReferenceId;
import io.faceservice.domain.biometric.ReferenceKey;
import io.faceservice.domain.biometric.SubjectKey;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** The statements that change the tables; each method is to run within one transaction. */
final class Changes {
  private static final String SOURCE = "(SELECT id FROM source WHERE name = ?)";
  private static final String FACE =
      "(SELECT id FROM face WHERE source = " + SOURCE + " AND subject = ? AND reference = ?)";

  /** The plus is as in {@link FaceQueries#CURRENT_OF_SUBJECT}. */
  static final String REFERENCES_OF_SUBJECT =
      "SELECT reference FROM face WHERE source = " + SOURCE + " AND subject = ? ORDER BY +id";

  private Changes() {}

  static Intent.ToEnrol record(Session session, Enrolment enrolment) throws SQLException {
    BiometricReference reference = enrolment.reference();
    ReferenceKey key = reference.key();
    String model = reference.template().model().value();
    session.execute("INSERT INTO source (name) VALUES (?) ON CONFLICT DO NOTHING", name(key));
    name(session, reference.template().model());
    long face =
        session.number(
            "INSERT INTO face (source, subject, reference, last_version) VALUES ("
                + SOURCE
                + ", ?, ?, 1) ON CONFLICT DO UPDATE SET last_version = last_version + 1"
                + " RETURNING id",
            name(key),
            key.subject().value(),
            key.reference().value());
    Intent.Id intent = IntentRows.add(session, IntentRows.Purpose.ENROL, List.of(key));
    long version =
        session.number(
            "INSERT INTO version (face, number, intent, enrolled_at, created_at, model, embedding)"
                + " VALUES (?, (SELECT last_version FROM face WHERE id = ?), ?, ?, ?,"
                + " (SELECT id FROM model WHERE name = ?), ?) RETURNING id",
            face,
            face,
            IntentRows.rowOf(intent),
            enrolment.enrolledAt().toEpochMilli(),
            reference.createdAt().value(),
            model,
            EmbeddingBytes.of(reference.template().embedding()));
    keep(session, version, enrolment.evidence());
    return new Intent.ToEnrol(intent, key);
  }

  private static void keep(Session session, long version, Evidence evidence) throws SQLException {
    session.execute(
        "INSERT INTO evidence (version, liveness, image) VALUES (?, ?, ?)",
        version,
        evidence.liveness().text(),
        evidence.image().toArray());
    int position = 0;
    for (FaceImage frame : evidence.livenessFrames()) {
      session.execute(
          "INSERT INTO liveness_frame (version, position, image) VALUES (?, ?, ?)",
          version,
          position++,
          frame.toArray());
    }
  }

  private static void name(Session session, ModelId model) throws SQLException {
    session.execute("INSERT INTO model (name) VALUES (?) ON CONFLICT DO NOTHING", model.value());
  }

  static Optional<Intent.ToEnrol> addTemplate(
      Session session, ReferenceKey key, int version, FaceTemplate template) throws SQLException {
    name(session, template.model());
    int added =
        session.execute(
            "INSERT INTO template (version, model, embedding) SELECT version.id,"
                + " (SELECT id FROM model WHERE name = ?), ? FROM version WHERE face = "
                + FACE
                + " AND number = ?"
                + " ON CONFLICT DO UPDATE SET embedding = excluded.embedding",
            template.model().value(),
            EmbeddingBytes.of(template.embedding()),
            name(key),
            key.subject().value(),
            key.reference().value(),
            version);
    return added == 0
        ? Optional.empty()
        : Optional.of(
            new Intent.ToEnrol(
                IntentRows.add(session, IntentRows.Purpose.ENROL, List.of(key)), key));
  }

  static void withdraw(Session session, Intent.ToEnrol intent) throws SQLException {
    ReferenceKey key = intent.reference();
    session.execute(
        "DELETE FROM version WHERE intent = ? AND face = " + FACE,
        IntentRows.rowOf(intent.id()),
        name(key),
        key.subject().value(),
        key.reference().value());
    session.execute(
        "DELETE FROM face WHERE id = "
            + FACE
            + " AND NOT EXISTS (SELECT * FROM version WHERE face = face.id)",
        name(key),
        key.subject().value(),
        key.reference().value());
    IntentRows.addAgain(session, intent);
  }

  static Optional<Intent.ToRemove> remove(Session session, SubjectKey subject) throws SQLException {
    List<ReferenceKey> removed =
        session.list(
            REFERENCES_OF_SUBJECT,
            row -> subject.reference(new ReferenceId(row.getString(1))),
            subject.source().value(),
            subject.subject().value());
    return remove(session, removed);
  }

  static Optional<Intent.ToRemove> remove(Session session, ReferenceKey reference)
      throws SQLException {
    return remove(session, List.of(reference));
  }

  private static Optional<Intent.ToRemove> remove(Session session, List<ReferenceKey> faces)
      throws SQLException {
    int removed = 0;
    for (ReferenceKey key : faces) {
      removed +=
          session.execute(
              "DELETE FROM face WHERE id = " + FACE,
              name(key),
              key.subject().value(),
              key.reference().value());
    }
    return removed == 0
        ? Optional.empty()
        : Optional.of(
            new Intent.ToRemove(IntentRows.add(session, IntentRows.Purpose.REMOVE, faces), faces));
  }

  /** Completes an intent and drops the versions that fell out while it was unfinished. */
  static void complete(Session session, Intent intent) throws SQLException {
    for (ReferenceKey key : intent.references()) {
      session.execute(
          "DELETE FROM version WHERE face = "
              + FACE
              + " AND number <= (SELECT number FROM version v WHERE v.face = version.face"
              + " ORDER BY number DESC LIMIT 1 OFFSET "
              + ImageStore.VERSIONS_KEPT
              + ")",
          name(key),
          key.subject().value(),
          key.reference().value());
    }
    IntentRows.delete(session, intent.id());
  }

  private static String name(ReferenceKey key) {
    return key.source().value();
  }
}
