package io.faceservice.application.keep;

import io.faceservice.application.port.BackendException;
import io.faceservice.application.port.Gallery;
import io.faceservice.application.port.ImageStore;
import io.faceservice.application.port.enrolment.EnrolledFace;
import io.faceservice.application.port.enrolment.Enrolment;
import io.faceservice.application.port.enrolment.Intent;
import io.faceservice.domain.biometric.ModelId;
import io.faceservice.domain.biometric.ReferenceKey;
import io.faceservice.domain.biometric.SubjectKey;
import io.faceservice.domain.enrolment.EnrolmentPolicy;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes to the system of record and makes the gallery follow, so that the two never disagree for
 * good: the record and an intent first, then the gallery, then the intent is completed. What a
 * crash or a failing back end leaves unfinished, {@link #settle} finishes. Safe for use by many
 * threads.
 */
public final class RecordKeeper {
  private static final Logger LOG = LoggerFactory.getLogger(RecordKeeper.class);

  private final ImageStore store;
  private final Gallery gallery;
  private final SubjectLocks locks;
  private final ModelId model;

  /**
   * @param model the pack whose templates the gallery takes
   */
  public RecordKeeper(ImageStore store, Gallery gallery, SubjectLocks locks, ModelId model) {
    this.store = store;
    this.gallery = gallery;
    this.locks = locks;
    this.model = model;
  }

  /**
   * Records an enrolment and makes it searchable. When it returns, the next search finds it; when
   * it throws, the record is as it was before.
   *
   * @throws BackendException if one of the stores fails
   */
  public void enrol(Enrolment enrolment) {
    locks.holding(subjectOf(enrolment), () -> keep(enrolment));
  }

  /**
   * Enrols as {@link #enrol(Enrolment)} does, but no further face of a subject that has as many as
   * it may have; one that it has already can be enrolled again always.
   *
   * @return the version that is now the current one, or empty if there is no room
   * @throws BackendException if one of the stores fails
   */
  public Optional<EnrolledFace> enrol(Enrolment enrolment, EnrolmentPolicy policy) {
    return locks.holding(
        subjectOf(enrolment),
        () ->
            hasRoom(enrolment.reference().key(), policy)
                ? Optional.of(keep(enrolment))
                : Optional.empty());
  }

  private boolean hasRoom(ReferenceKey key, EnrolmentPolicy policy) {
    List<ReferenceKey> enrolled =
        store.current(key.subjectKey()).stream().map(EnrolledFace::key).toList();
    return enrolled.contains(key) || policy.hasRoomBeside(enrolled.size());
  }

  private EnrolledFace keep(Enrolment enrolment) {
    Intent.ToEnrol intent = store.record(enrolment);
    EnrolledFace recorded;
    try {
      recorded = recorded(intent.reference());
      gallery.enrol(enrolment.reference());
    } catch (RuntimeException e) {
      takeBack(intent, e);
      throw e;
    }
    complete(intent);
    return recorded;
  }

  private EnrolledFace recorded(ReferenceKey reference) {
    return store
        .current(reference)
        .orElseThrow(
            () ->
                new BackendException(
                    BackendException.Kind.CORRUPT, "image store", "it lost what it recorded"));
  }

  private static SubjectKey subjectOf(Enrolment enrolment) {
    return enrolment.reference().key().subjectKey();
  }

  /**
   * Removes a subject from both stores; returns whether it was there. When it returns, no search
   * finds it; when it throws, the removal stands and is carried through later.
   *
   * @throws BackendException if one of the stores fails
   */
  public boolean remove(SubjectKey subject) {
    return locks.holding(subject, () -> carryThrough(store.remove(subject)));
  }

  /** Removes one reference face as {@link #remove(SubjectKey)} removes all. */
  public boolean remove(ReferenceKey reference) {
    return locks.holding(reference.subjectKey(), () -> carryThrough(store.remove(reference)));
  }

  /**
   * Makes the gallery agree with what the record says now about an intent's faces, and completes
   * the intent.
   *
   * @throws BackendException if one of the stores fails
   */
  public void settle(Intent intent) {
    locks.holding(
        intent.references().getFirst().subjectKey(),
        () -> {
          intent.references().forEach(this::follow);
          store.complete(intent);
          return true;
        });
  }

  /**
   * Makes the gallery agree with what the record says now about one face.
   *
   * @throws BackendException if one of the stores fails
   */
  public void mend(ReferenceKey reference) {
    locks.holding(
        reference.subjectKey(),
        () -> {
          follow(reference);
          return true;
        });
  }

  /** Whether the gallery can take a face: whether it has a template of the gallery's model. */
  public boolean isSearchable(EnrolledFace face) {
    return face.reference().template().model().equals(model);
  }

  private void follow(ReferenceKey reference) {
    store
        .current(reference)
        .filter(this::isSearchable)
        .ifPresentOrElse(face -> gallery.enrol(face.reference()), () -> gallery.remove(reference));
  }

  private boolean carryThrough(Optional<Intent.ToRemove> intent) {
    intent.ifPresent(
        removal -> {
          removal.references().forEach(gallery::remove);
          complete(removal);
        });
    return intent.isPresent();
  }

  /** The stores agree already; an intent that cannot be completed now is settled again later. */
  private boolean complete(Intent intent) {
    try {
      store.complete(intent);
    } catch (BackendException e) {
      LOG.warn("A finished change could not be noted as finished; it will be settled later", e);
    }
    return true;
  }

  private void takeBack(Intent.ToEnrol intent, RuntimeException reason) {
    try {
      store.withdraw(intent);
      follow(intent.reference());
      store.complete(intent);
    } catch (RuntimeException e) {
      reason.addSuppressed(e);
    }
  }
}
