package io.faceservice.imagestore.sqlite;

import io.faceservice.application.port.ImageStore;
import io.faceservice.application.port.enrolment.EnrolledFace;
import io.faceservice.domain.biometric.BiometricReference;
import io.faceservice.domain.biometric.CreatedAt;
import io.faceservice.domain.biometric.FaceTemplate;
import io.faceservice.domain.biometric.ModelId;
import io.faceservice.domain.biometric.ReferenceId;
import io.faceservice.domain.biometric.ReferenceKey;
import io.faceservice.domain.biometric.Source;
import io.faceservice.domain.biometric.SubjectId;
import io.faceservice.domain.biometric.SubjectKey;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The statements that read faces, each with the template that a model is served. Each sees the
 * tables as they were at one moment.
 */
final class FaceQueries {
  /** CROSS JOIN keeps the order of the tables: faces are met in theirs. */
  private static final String FACES =
      "SELECT face.id, source.name, face.subject, face.reference, version.number,"
          + " version.enrolled_at, version.created_at, model.name,"
          + " coalesce(template.embedding, version.embedding)"
          + " FROM face CROSS JOIN version ON version.face = face.id"
          + " CROSS JOIN source ON source.id = face.source"
          + " LEFT JOIN template ON template.version = version.id"
          + " AND template.model = (SELECT id FROM model WHERE name = ?)"
          + " JOIN model ON model.id = coalesce(template.model, version.model)";

  private static final String CURRENT =
      " version.number = (SELECT max(number) FROM version v WHERE v.face = face.id)";

  static final String OF_SOURCE = " face.source = (SELECT id FROM source WHERE name = ?)";

  static final String OF_FACE = OF_SOURCE + " AND face.subject = ? AND face.reference = ?";

  private final ModelId model;

  FaceQueries(ModelId model) {
    this.model = model;
  }

  /** A face with its place in the order of enrolment. */
  record Place(long id, EnrolledFace face) {}

  /**
   * The plus hides from the planner that an index knows this order: to sort a few faces is cheap,
   * to look for them through all of a source is not.
   */
  static final String CURRENT_OF_SUBJECT =
      FACES + " WHERE" + OF_SOURCE + " AND face.subject = ? AND" + CURRENT + " ORDER BY +face.id";

  List<EnrolledFace> current(Session session, SubjectKey subject) throws SQLException {
    return session.list(
        CURRENT_OF_SUBJECT,
        FaceQueries::face,
        model.value(),
        subject.source().value(),
        subject.subject().value());
  }

  Optional<EnrolledFace> current(Session session, ReferenceKey key) throws SQLException {
    return session.first(
        FACES + " WHERE" + OF_FACE + " AND" + CURRENT,
        FaceQueries::face,
        model.value(),
        key.source().value(),
        key.subject().value(),
        key.reference().value());
  }

  List<EnrolledFace> versions(Session session, ReferenceKey key) throws SQLException {
    return session.list(
        FACES + " WHERE" + OF_FACE + " ORDER BY version.number DESC LIMIT ?",
        FaceQueries::face,
        model.value(),
        key.source().value(),
        key.subject().value(),
        key.reference().value(),
        ImageStore.VERSIONS_KEPT);
  }

  List<Place> scan(Session session, long after, int limit) throws SQLException {
    return session.list(
        FACES + " WHERE face.id > ? AND" + CURRENT + " ORDER BY face.id LIMIT ?",
        FaceQueries::place,
        model.value(),
        after,
        limit);
  }

  List<Place> scan(Session session, Source source, long after, int limit) throws SQLException {
    return session.list(
        FACES
            + " WHERE"
            + OF_SOURCE
            + " AND face.id > ? AND"
            + CURRENT
            + " ORDER BY face.id LIMIT ?",
        FaceQueries::place,
        model.value(),
        source.value(),
        after,
        limit);
  }

  private static Place place(ResultSet row) throws SQLException {
    return new Place(row.getLong(1), face(row));
  }

  private static EnrolledFace face(ResultSet row) throws SQLException {
    var key =
        new ReferenceKey(
            new Source(row.getString(2)),
            new SubjectId(row.getString(3)),
            new ReferenceId(row.getString(4)));
    var template =
        new FaceTemplate(new ModelId(row.getString(8)), EmbeddingBytes.read(row.getBytes(9)));
    return new EnrolledFace(
        new BiometricReference(key, template, new CreatedAt(row.getString(7))),
        row.getInt(5),
        Instant.ofEpochMilli(row.getLong(6)));
  }
}
