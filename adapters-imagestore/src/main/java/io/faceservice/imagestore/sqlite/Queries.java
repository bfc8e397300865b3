package io.faceservice.imagestore.sqlite;

import io.faceservice.application.port.enrolment.EnrolledSubject;
import io.faceservice.application.port.enrolment.Evidence;
import io.faceservice.application.port.enrolment.LivenessReport;
import io.faceservice.application.port.enrolment.SourceCount;
import io.faceservice.domain.biometric.FaceImage;
import io.faceservice.domain.biometric.ReferenceKey;
import io.faceservice.domain.biometric.Source;
import io.faceservice.domain.biometric.SubjectId;
import io.faceservice.domain.biometric.SubjectKey;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The statements that read all but faces. Each sees the tables as they were at one moment. */
final class Queries {
  private Queries() {}

  /** One row for the image and one for each frame behind it, so that one statement reads all. */
  static Optional<Evidence> evidence(Session session, ReferenceKey key, int version)
      throws SQLException {
    String found =
        "WITH found AS (SELECT version.id FROM face JOIN version ON version.face = face.id WHERE"
            + FaceQueries.OF_FACE
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
            + FaceQueries.OF_SOURCE
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
