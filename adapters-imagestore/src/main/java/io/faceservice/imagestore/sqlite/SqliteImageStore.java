package io.faceservice.imagestore.sqlite;

import io.faceservice.application.port.BackendException;
import io.faceservice.application.port.Health;
import io.faceservice.application.port.ImageStore;
import io.faceservice.application.port.enrolment.Cursor;
import io.faceservice.application.port.enrolment.EnrolledFace;
import io.faceservice.application.port.enrolment.EnrolledSubject;
import io.faceservice.application.port.enrolment.Enrolment;
import io.faceservice.application.port.enrolment.Evidence;
import io.faceservice.application.port.enrolment.Intent;
import io.faceservice.application.port.enrolment.Page;
import io.faceservice.application.port.enrolment.SourceCount;
import io.faceservice.domain.biometric.FaceTemplate;
import io.faceservice.domain.biometric.InvalidInputException;
import io.faceservice.domain.biometric.ModelId;
import io.faceservice.domain.biometric.ReferenceKey;
import io.faceservice.domain.biometric.Source;
import io.faceservice.domain.biometric.SubjectKey;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The image store on this machine's disk: one SQLite file in a directory of its own.
 *
 * <p>Several processes of one machine may have the same directory open, for instance a service and
 * a {@code reconcile} beside it: each sees what the others committed, and writers wait for each
 * other for a while before they are told that the store is unavailable. The directory must not lie
 * on a network file system, whose locks SQLite cannot trust.
 */
public final class SqliteImageStore implements ImageStore {
  /**
   * The file's name in its directory; beside it lie SQLite's own, {@code -wal} and {@code -shm}.
   */
  public static final String FILE = "enrolments.db";

  private final OpenOnce database;
  private final FaceQueries faces;

  /**
   * @param directory where the file is or will be made, with its parents, readable by the owner
   *     alone
   * @param patience how long a writer waits for one of another process before the store counts as
   *     unavailable
   * @param model the model pack that is served
   */
  public SqliteImageStore(Path directory, Duration patience, ModelId model) {
    this.database = new OpenOnce(new DatabaseFile(directory.resolve(FILE), patience));
    this.faces = new FaceQueries(model);
  }

  @Override
  public void prepare() {
    database.open();
  }

  @Override
  public Health check() {
    try {
      long unfinished = database.read(session -> session.number("SELECT count(*) FROM intent"));
      return Health.up("schema %d, %d unfinished".formatted(Schema.VERSION, unfinished));
    } catch (BackendException e) {
      return Health.down(String.valueOf(e.getMessage()));
    }
  }

  /**
   * Reads the whole file and returns what is damaged in it, a sentence each; empty if nothing is.
   * Takes minutes for a large file, and disturbs nobody meanwhile.
   */
  public List<String> damages() {
    return database.read(
        session ->
            session.list("PRAGMA quick_check", row -> row.getString(1)).stream()
                .filter(finding -> !finding.equals("ok"))
                .toList());
  }

  @Override
  public void close() {
    database.close();
  }

  @Override
  public Intent.ToEnrol record(Enrolment enrolment) {
    return database.write(session -> Changes.record(session, enrolment));
  }

  @Override
  public void withdraw(Intent.ToEnrol intent) {
    database.write(
        session -> {
          Changes.withdraw(session, intent);
          return intent;
        });
  }

  @Override
  public Optional<Intent.ToEnrol> addTemplate(
      ReferenceKey reference, int version, FaceTemplate template) {
    return database.write(session -> Changes.addTemplate(session, reference, version, template));
  }

  @Override
  public Optional<Intent.ToRemove> remove(SubjectKey subject) {
    return database.write(session -> Changes.remove(session, subject));
  }

  @Override
  public Optional<Intent.ToRemove> remove(ReferenceKey reference) {
    return database.write(session -> Changes.remove(session, reference));
  }

  @Override
  public void complete(Intent intent) {
    Session.Work<Intent> completion =
        session -> {
          Changes.complete(session, intent);
          return intent;
        };
    switch (intent) {
      case Intent.ToEnrol enrolment -> database.write(completion);
      case Intent.ToRemove removal -> database.writeAndErase(completion);
    }
  }

  @Override
  public List<Intent> unfinished() {
    return database.read(IntentRows::all);
  }

  @Override
  public List<EnrolledFace> current(SubjectKey subject) {
    return database.read(session -> faces.current(session, subject));
  }

  @Override
  public Optional<EnrolledFace> current(ReferenceKey reference) {
    return database.read(session -> faces.current(session, reference));
  }

  @Override
  public List<EnrolledFace> versions(ReferenceKey reference) {
    return database.read(session -> faces.versions(session, reference));
  }

  @Override
  public Optional<Evidence> evidence(ReferenceKey reference, int version) {
    return database.read(session -> Queries.evidence(session, reference, version));
  }

  @Override
  public Page<EnrolledFace> scan(Cursor after, int limit) {
    long place = placeOf(after);
    int most = positive(limit);
    return page(database.read(session -> faces.scan(session, place, most)), after);
  }

  @Override
  public Page<EnrolledFace> scan(Source source, Cursor after, int limit) {
    long place = placeOf(after);
    int most = positive(limit);
    return page(database.read(session -> faces.scan(session, source, place, most)), after);
  }

  private static Page<EnrolledFace> page(List<FaceQueries.Place> places, Cursor after) {
    return new Page<>(
        places.stream().map(FaceQueries.Place::face).toList(),
        places.isEmpty() ? after : new Cursor(Long.toString(places.getLast().id())));
  }

  @Override
  public Page<EnrolledSubject> subjects(Source source, Cursor after, int limit) {
    int most = positive(limit);
    List<EnrolledSubject> subjects =
        database.read(session -> Queries.subjects(session, source, after.position(), most));
    return new Page<>(
        subjects,
        subjects.isEmpty() ? after : new Cursor(subjects.getLast().key().subject().value()));
  }

  @Override
  public List<SourceCount> sources() {
    return database.read(Queries::sources);
  }

  private static long placeOf(Cursor cursor) {
    try {
      return cursor.equals(Cursor.START) ? 0 : Long.parseLong(cursor.position());
    } catch (NumberFormatException e) {
      throw new InvalidInputException("cursor", "cursor is none that this listing gave.");
    }
  }

  private static int positive(int limit) {
    if (limit < 1) {
      throw new IllegalArgumentException("a page has room for at least one entry");
    }
    return limit;
  }
}
