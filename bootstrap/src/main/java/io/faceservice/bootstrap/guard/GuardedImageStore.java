package io.faceservice.bootstrap.guard;

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
import io.faceservice.domain.biometric.ReferenceKey;
import io.faceservice.domain.biometric.Source;
import io.faceservice.domain.biometric.SubjectKey;
import java.util.List;
import java.util.Optional;

/**
 * An image store behind a guard. Reading may be repeated, and so may completing an intent; a change
 * that did more than it told must not happen twice.
 */
public final class GuardedImageStore implements ImageStore {
  private final ImageStore store;
  private final Guard guard;

  public GuardedImageStore(ImageStore store, Guard guard) {
    this.store = store;
    this.guard = guard;
  }

  @Override
  public void prepare() {
    store.prepare();
  }

  @Override
  public Health check() {
    return store.check();
  }

  @Override
  public void close() {
    store.close();
  }

  @Override
  public Intent.ToEnrol record(Enrolment enrolment) {
    return guard.once(() -> store.record(enrolment));
  }

  @Override
  public void withdraw(Intent.ToEnrol intent) {
    guard.again(
        () -> {
          store.withdraw(intent);
          return intent;
        });
  }

  @Override
  public Optional<Intent.ToEnrol> addTemplate(
      ReferenceKey reference, int version, FaceTemplate template) {
    return guard.once(() -> store.addTemplate(reference, version, template));
  }

  @Override
  public Optional<Intent.ToRemove> remove(SubjectKey subject) {
    return guard.once(() -> store.remove(subject));
  }

  @Override
  public Optional<Intent.ToRemove> remove(ReferenceKey reference) {
    return guard.once(() -> store.remove(reference));
  }

  @Override
  public void complete(Intent intent) {
    guard.again(
        () -> {
          store.complete(intent);
          return intent;
        });
  }

  @Override
  public List<Intent> unfinished() {
    return guard.again(store::unfinished);
  }

  @Override
  public List<EnrolledFace> current(SubjectKey subject) {
    return guard.again(() -> store.current(subject));
  }

  @Override
  public Optional<EnrolledFace> current(ReferenceKey reference) {
    return guard.again(() -> store.current(reference));
  }

  @Override
  public List<EnrolledFace> versions(ReferenceKey reference) {
    return guard.again(() -> store.versions(reference));
  }

  @Override
  public Optional<Evidence> evidence(ReferenceKey reference, int version) {
    return guard.again(() -> store.evidence(reference, version));
  }

  @Override
  public Page<EnrolledFace> scan(Cursor after, int limit) {
    return guard.again(() -> store.scan(after, limit));
  }

  @Override
  public Page<EnrolledFace> scan(Source source, Cursor after, int limit) {
    return guard.again(() -> store.scan(source, after, limit));
  }

  @Override
  public Page<EnrolledSubject> subjects(Source source, Cursor after, int limit) {
    return guard.again(() -> store.subjects(source, after, limit));
  }

  @Override
  public List<SourceCount> sources() {
    return guard.again(store::sources);
  }
}
