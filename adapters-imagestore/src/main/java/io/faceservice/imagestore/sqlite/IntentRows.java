package io.faceservice.imagestore.sqlite;

import static java.util.stream.Collectors.joining;

import io.faceservice.application.port.enrolment.Intent;
import io.faceservice.domain.biometric.ReferenceId;
import io.faceservice.domain.biometric.ReferenceKey;
import io.faceservice.domain.biometric.Source;
import io.faceservice.domain.biometric.SubjectId;
import io.faceservice.domain.biometric.SubjectKey;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;

/** The table of intents. An intent's identifier is its row's number in decimals. */
final class IntentRows {
  /** Stands between two reference identifiers, and in none. */
  private static final String BETWEEN = " ";

  private IntentRows() {}

  /** What the column {@code purpose} may hold. */
  enum Purpose {
    ENROL,
    REMOVE
  }

  static Intent.Id add(Session session, Purpose purpose, List<ReferenceKey> faces)
      throws SQLException {
    SubjectKey subject = faces.getFirst().subjectKey();
    long row =
        session.number(
            "INSERT INTO intent (purpose, source, subject, reference_list)"
                + " VALUES (?, (SELECT id FROM source WHERE name = ?), ?, ?) RETURNING id",
            purpose.name(),
            subject.source().value(),
            subject.subject().value(),
            faces.stream().map(face -> face.reference().value()).collect(joining(BETWEEN)));
    return new Intent.Id(Long.toString(row));
  }

  /** Adds an intent under the identifier it has, unless it is there. */
  static void addAgain(Session session, Intent.ToEnrol intent) throws SQLException {
    session.execute(
        "INSERT INTO intent (id, purpose, source, subject, reference_list)"
            + " VALUES (?, ?, (SELECT id FROM source WHERE name = ?), ?, ?) ON CONFLICT DO NOTHING",
        rowOf(intent.id()),
        Purpose.ENROL.name(),
        intent.reference().source().value(),
        intent.reference().subject().value(),
        intent.reference().reference().value());
  }

  static void delete(Session session, Intent.Id id) throws SQLException {
    session.execute("DELETE FROM intent WHERE id = ?", rowOf(id));
  }

  static List<Intent> all(Session session) throws SQLException {
    return session.list(
        "SELECT intent.id, purpose, source.name, subject, reference_list"
            + " FROM intent JOIN source ON source.id = intent.source ORDER BY intent.id",
        IntentRows::read);
  }

  private static Intent read(ResultSet row) throws SQLException {
    var id = new Intent.Id(row.getString(1));
    var subject = new SubjectKey(new Source(row.getString(3)), new SubjectId(row.getString(4)));
    List<ReferenceKey> faces =
        Stream.of(row.getString(5).split(BETWEEN))
            .map(reference -> subject.reference(new ReferenceId(reference)))
            .toList();
    return switch (Purpose.valueOf(row.getString(2))) {
      case ENROL -> new Intent.ToEnrol(id, faces.getFirst());
      case REMOVE -> new Intent.ToRemove(id, faces);
    };
  }

  /** The number of an intent's row. */
  static long rowOf(Intent.Id id) {
    return Long.parseLong(id.value());
  }
}
