package io.faceservice.imagestore.sqlite;

import io.faceservice.application.port.ImageStore;
import io.faceservice.application.port.enrolment.EnrolledFace;
import io.faceservice.application.port.enrolment.EnrolledSubject;
import io.faceservice.application.port.enrolment.Evidence;
import io.faceservice.application.port.enrolment.LivenessReport;
import io.faceservice.application.port.enrolment.SourceCount;
import io.faceservice.domain.biometric.BiometricReference;
import io.faceservice.domain.biometric.CreatedAt;
import io.faceservice.domain.biometric.FaceImage;
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

/** The statements that read the tables. Each sees them as they were at one moment. */
final class Queries {
  /** CROSS JOIN keeps the order of the tables: faces are met in theirs. */
  private static final String FACES =
      "SELECT face.id, source.name, face.subject, face.reference, version.number,"
          + " version.enrolled_at, version.created_at, model.name, version.embedding"
          + " FROM face CROSS JOIN version ON version.face = face.id"
          + " CROSS JOIN source ON source.id = face.source"
          + " CROSS JOIN model ON model.id = version.model";

  private static final String CURRENT =
      " version.number = (SELECT max(number) FROM version v WHERE v.face = face.id)";

  private static final String OF_SOURCE = " face.source = (SELECT id FROM source WHERE name = ?)";

  private static final String OF_FACE = OF_SOURCE + " AND face.subject = ? AND face.reference = ?";

  /** A face with its place in the order of enrolment. */
  record Place(long id, EnrolledFace face) {}

  private Queries() {}

  /**
   * The plus hides from the planner that an index knows this order: to sort a few faces is cheap,
   * to look for them through all of a source is not.
   */
  static final String CURRENT_OF_SUBJECT =
      FACES + " WHERE" + OF_SOURCE + " AND face.subject = ? AND" + CURRENT + " ORDER BY +face.id";

  static List<EnrolledFace> current(Session session, SubjectKey subject) throws SQLException {
    return session.list(
        CURRENT_OF_SUBJECT, Queries::face, subject.source().value(), subject.subject().value());
  }

  static Optional<EnrolledFace> current(Session session, ReferenceKey key) throws SQLException {
    return session.first(
        FACES + " WHERE" + OF_FACE + " AND" + CURRENT,
        Queries::face,
        key.source().value(),
        key.subject().value(),
        key.reference().value());
  }

  static List<EnrolledFace> versions(Session session, ReferenceKey key) throws SQLException {
    return session.list(
        FACES + " WHERE" + OF_FACE + " ORDER BY version.number DESC LIMIT ?",
        Queries::face,
        key.source().value(),
        key.subject().value(),
        key.reference().value(),
        ImageStore.VERSIONS_KEPT);
  }

  static List<Place> scan(Session session, long after, int limit) throws SQLException {
    return session.list(
        FACES + " WHERE face.id > ? AND" + CURRENT + " ORDER BY face.id LIMIT ?",
        Queries::place,
        after,
        limit);
  }

  static List<Place> scan(Session session, Source source, long after, int limit)
      throws SQLException {
    return session.list(
        FACES
            + " WHERE"
            + OF_SOURCE
            + " AND face.id > ? AND"
            + CURRENT
            + " ORDER BY face.id LIMIT ?",
        Queries::place,
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

  /** One row for the image and one for each frame behind it, so that one statement reads all. */
  static Optional<Evidence> evidence(Session session, ReferenceKey key, int version)
      throws SQLException {
    String found =
        "WITH found AS (SELECT version.id FROM face JOIN version ON version.face = face.id WHERE"
            + OF_FACE
            + " AND version.number = ?)";
    List<Part> parts =
        session.list(
            found
                + " SELECT -1 AS position, liveness, image FROM evidence"
                + " WHERE version = (SELECT id FROM found)"
                + " UNION ALL SELECT position, '', image FROM liveness_frame"
                + " WHERE version = (SELECT id FROM found) ORDER BY position",
            row -> new Part(row.getString(2), FaceImage.of(row.getBytes(3))),
            key.source().value(),
            key.subject().value(),
            key.reference().value(),
            version);
    return parts.stream()
        .findFirst()
        .map(
            first ->
                new Evidence(
                    first.image(),
                    parts.stream().skip(1).map(Part::image).toList(),
                    new LivenessReport(first.liveness())));
  }

  /** One picture of an evidence; with the first comes the report. */
  private record Part(String liveness, FaceImage image) {}

  static List<EnrolledSubject> subjects(Session session, Source source, String after, int limit)
      throws SQLException {
    return session.list(
        "SELECT subject, count(*), max((SELECT enrolled_at FROM version WHERE face = face.id"
            + " ORDER BY number DESC LIMIT 1)) FROM face WHERE"
            + OF_SOURCE
            + " AND subject > ? GROUP BY subject ORDER BY subject LIMIT ?",
        row ->
            new EnrolledSubject(
                new SubjectKey(source, new SubjectId(row.getString(1))),
                row.getInt(2),
                Instant.ofEpochMilli(row.getLong(3))),
        source.value(),
        after,
        limit);
  }

  static List<SourceCount> sources(Session session) throws SQLException {
    return session.list(
        "SELECT source.name, count(*), sum(faces) FROM"
            + " (SELECT source, count(*) AS faces FROM face GROUP BY source, subject) AS person"
            + " JOIN source ON source.id = person.source GROUP BY source.id ORDER BY source.name",
        row -> new SourceCount(new Source(row.getString(1)), row.getLong(2), row.getLong(3)));
  }
}
