package io.faceservice.imagestore.mongodb;

import static com.mongodb.client.model.Filters.eq;

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
import java.util.List;
import java.util.Optional;

/**
 * The image store on a MongoDB deployment, which any number of services may share.
 *
 * <p>All that is known of a subject but its images is one document, so that each change of it
 * happens at once, without transactions. A write counts when a majority of the servers has it on
 * disk; reads ask the primary for what a majority has.
 */
public final class MongoImageStore implements ImageStore {
  private final OpenClient client;
  private final SubjectTable subjects;
  private final Places places;

  /**
   * @param database where this store keeps its own collections
   * @param old where to find the people of the first generation, who are shown too
   * @param model the model pack that is served
   */
  public MongoImageStore(MongoServer server, String database, OldPeople old, ModelId model) {
    this.client = new OpenClient(server, database);
    this.subjects = new SubjectTable(old, model);
    this.places = new Places(model);
  }

  @Override
  public void prepare() {
    client.open(
        tables -> {
          Schema.prepare(tables);
          subjects.enterOldPeople(tables);
        });
  }

  @Override
  public Health check() {
    try {
      long unfinished =
          client.use(
              tables -> tables.subjects().countDocuments(eq(SubjectDocuments.UNFINISHED, true)));
      return Health.up("schema %d, %d unfinished".formatted(Schema.VERSION, unfinished));
    } catch (BackendException e) {
      return Health.down(String.valueOf(e.getMessage()));
    }
  }

  @Override
  public void close() {
    client.close();
  }

  @Override
  public Intent.ToEnrol record(Enrolment enrolment) {
    return client.use(tables -> subjects.record(tables, enrolment));
  }

  @Override
  public void withdraw(Intent.ToEnrol intent) {
    client.use(tables -> subjects.withdraw(tables, intent));
  }

  @Override
  public Optional<Intent.ToEnrol> addTemplate(
      ReferenceKey reference, int version, FaceTemplate template) {
    return client.use(tables -> subjects.addTemplate(tables, reference, version, template));
  }

  @Override
  public Optional<Intent.ToRemove> remove(SubjectKey subject) {
    return client.use(tables -> subjects.remove(tables, subject, face -> true));
  }

  @Override
  public Optional<Intent.ToRemove> remove(ReferenceKey reference) {
    return client.use(
        tables ->
            subjects.remove(tables, reference.subjectKey(), face -> face.key().equals(reference)));
  }

  @Override
  public void complete(Intent intent) {
    client.use(tables -> subjects.complete(tables, intent));
  }

  @Override
  public List<Intent> unfinished() {
    return client.use(Listings::unfinished);
  }

  @Override
  public List<EnrolledFace> current(SubjectKey subject) {
    return client.use(tables -> subjects.current(tables, subject));
  }

  @Override
  public Optional<EnrolledFace> current(ReferenceKey reference) {
    return versions(reference).stream().findFirst();
  }

  @Override
  public List<EnrolledFace> versions(ReferenceKey reference) {
    return client.use(tables -> subjects.versions(tables, reference));
  }

  @Override
  public Optional<Evidence> evidence(ReferenceKey reference, int version) {
    return client.use(tables -> subjects.evidence(tables, reference, version));
  }

  @Override
  public Page<EnrolledFace> scan(Cursor after, int limit) {
    long place = placeOf(after);
    int most = positive(limit);
    return page(client.use(tables -> places.after(tables, place, most)), after);
  }

  @Override
  public Page<EnrolledFace> scan(Source source, Cursor after, int limit) {
    long place = placeOf(after);
    int most = positive(limit);
    return page(client.use(tables -> places.after(tables, source.value(), place, most)), after);
  }

  private static Page<EnrolledFace> page(List<Places.Placed> placed, Cursor after) {
    return new Page<>(
        placed.stream().map(Places.Placed::face).toList(),
        placed.isEmpty() ? after : new Cursor(Long.toString(placed.getLast().place())));
  }

  @Override
  public Page<EnrolledSubject> subjects(Source source, Cursor after, int limit) {
    int most = positive(limit);
    List<EnrolledSubject> listed =
        client.use(tables -> Listings.subjects(tables, source, after.position(), most));
    return new Page<>(
        listed, listed.isEmpty() ? after : new Cursor(listed.getLast().key().subject().value()));
  }

  @Override
  public List<SourceCount> sources() {
    return client.use(Listings::sources);
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
