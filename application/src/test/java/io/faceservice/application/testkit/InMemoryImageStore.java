package io.faceservice.application.testkit;

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
import io.faceservice.application.testkit.InMemoryEnrolments.Face;
import io.faceservice.application.testkit.InMemoryEnrolments.Version;
import io.faceservice.domain.biometric.FaceTemplate;
import io.faceservice.domain.biometric.InvalidInputException;
import io.faceservice.domain.biometric.ModelId;
import io.faceservice.domain.biometric.ReferenceKey;
import io.faceservice.domain.biometric.Source;
import io.faceservice.domain.biometric.SubjectKey;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** An image store in memory, for tests of what uses one. */
public final class InMemoryImageStore implements ImageStore {
  private enum State {
    BUILT,
    PREPARED,
    CLOSED
  }

  private final InMemoryEnrolments storage;
  private final ModelId model;
  private volatile State state = State.BUILT;

  /** A store of its own, which serves the made-up templates' model. */
  public InMemoryImageStore() {
    this(new InMemoryEnrolments(), Enrolments.MODEL);
  }

  /** Opens a storage to serve a model. */
  public InMemoryImageStore(InMemoryEnrolments storage, ModelId model) {
    this.storage = storage;
    this.model = model;
  }

  @Override
  public void prepare() {
    if (state == State.CLOSED) {
      throw unavailable();
    }
    state = State.PREPARED;
  }

  @Override
  public Health check() {
    return state == State.PREPARED ? Health.up("in memory") : Health.down("not open");
  }

  @Override
  public void close() {
    state = State.CLOSED;
  }

  private static BackendException unavailable() {
    return new BackendException(
        BackendException.Kind.UNAVAILABLE, "image store", "the image store is not open");
  }

  private <T> T locked(Supplier<T> work) {
    if (state != State.PREPARED) {
      throw unavailable();
    }
    synchronized (storage) {
      return work.get();
    }
  }

  private void locking(Runnable work) {
    locked(
        () -> {
          work.run();
          return storage;
        });
  }

  @Override
  public Intent.ToEnrol record(Enrolment enrolment) {
    return locked(() -> storage.record(enrolment));
  }

  @Override
  public void withdraw(Intent.ToEnrol intent) {
    locking(() -> storage.withdraw(intent));
  }

  @Override
  public Optional<Intent.ToEnrol> addTemplate(
      ReferenceKey reference, int version, FaceTemplate template) {
    return locked(() -> storage.addTemplate(reference, version, template));
  }

  @Override
  public Optional<Intent.ToRemove> remove(SubjectKey subject) {
    return locked(() -> storage.remove(key -> key.subjectKey().equals(subject)));
  }

  @Override
  public Optional<Intent.ToRemove> remove(ReferenceKey reference) {
    return locked(() -> storage.remove(reference::equals));
  }

  @Override
  public void complete(Intent intent) {
    locking(() -> storage.complete(intent));
  }

  @Override
  public List<Intent> unfinished() {
    return locked(storage::intents);
  }

  @Override
  public List<EnrolledFace> current(SubjectKey subject) {
    return locked(
        () -> storage.inOrder(key -> key.subjectKey().equals(subject)).map(this::current).toList());
  }

  private EnrolledFace current(Face face) {
    return served(face.currentVersion());
  }

  private EnrolledFace served(Version version) {
    return version.servedTo(model);
  }

  @Override
  public Optional<EnrolledFace> current(ReferenceKey reference) {
    return locked(() -> storage.versions(reference).map(this::served).findFirst());
  }

  @Override
  public List<EnrolledFace> versions(ReferenceKey reference) {
    return locked(
        () -> storage.versions(reference).map(this::served).limit(VERSIONS_KEPT).toList());
  }

  @Override
  public Optional<Evidence> evidence(ReferenceKey reference, int version) {
    return locked(
        () ->
            storage
                .versions(reference)
                .filter(v -> v.face().version() == version)
                .map(Version::evidence)
                .findFirst());
  }

  @Override
  public Page<EnrolledFace> scan(Cursor after, int limit) {
    return scan(key -> true, after, limit);
  }

  @Override
  public Page<EnrolledFace> scan(Source source, Cursor after, int limit) {
    return scan(key -> key.source().equals(source), after, limit);
  }

  private Page<EnrolledFace> scan(Predicate<ReferenceKey> which, Cursor after, int limit) {
    long place = placeOf(after);
    return locked(
        () -> {
          var page =
              storage.inOrder(which).filter(f -> f.place() > place).limit(positive(limit)).toList();
          String last = page.isEmpty() ? "" : Long.toString(page.getLast().place());
          return page(page.stream().map(this::current).toList(), after, last);
        });
  }

  @Override
  public Page<EnrolledSubject> subjects(Source source, Cursor after, int limit) {
    return locked(
        () -> {
          var page = storage.subjects(source, after.position()).limit(positive(limit)).toList();
          return page(page, after, page.isEmpty() ? "" : page.getLast().key().subject().value());
        });
  }

  @Override
  public List<SourceCount> sources() {
    return locked(storage::sources);
  }

  private static <T> Page<T> page(List<T> entries, Cursor after, String last) {
    return new Page<>(entries, entries.isEmpty() ? after : new Cursor(last));
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
