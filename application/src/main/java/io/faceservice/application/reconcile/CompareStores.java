package io.faceservice.application.reconcile;

import io.faceservice.application.keep.SubjectLocks;
import io.faceservice.application.port.Gallery;
import io.faceservice.application.port.GalleryEntry;
import io.faceservice.application.port.ImageStore;
import io.faceservice.application.port.enrolment.Cursor;
import io.faceservice.application.port.enrolment.EnrolledFace;
import io.faceservice.application.port.enrolment.Page;
import io.faceservice.domain.biometric.ModelId;
import io.faceservice.domain.biometric.ReferenceKey;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Leafs through record and gallery and tells where they differ. It holds a page of each in memory,
 * however large they are. Changes go on beside it: a difference is looked at again while nobody
 * changes its subject, so what is merely under way is none.
 */
public final class CompareStores {
  private static final int PAGE = 1000;

  private final ImageStore store;
  private final Gallery gallery;
  private final SubjectLocks locks;
  private final ModelId model;

  /**
   * @param model the pack whose templates the gallery takes
   */
  public CompareStores(ImageStore store, Gallery gallery, SubjectLocks locks, ModelId model) {
    this.store = store;
    this.gallery = gallery;
    this.locks = locks;
    this.model = model;
  }

  /**
   * What was compared.
   *
   * @param faces how many the record has
   * @param foreign how many of them have no template of this model pack, and so are not searched
   */
  public record Extent(long faces, long foreign) {}

  /**
   * Tells each difference as it is found.
   *
   * @throws io.faceservice.application.port.BackendException if a store fails
   */
  public Extent compare(Consumer<Drift> differences) {
    Extent extent = compareRecord(differences);
    findExtra(differences);
    return extent;
  }

  private Extent compareRecord(Consumer<Drift> differences) {
    long faces = 0;
    long foreign = 0;
    Page<EnrolledFace> page = store.scan(Cursor.START, PAGE);
    while (!page.entries().isEmpty()) {
      Map<ReferenceKey, GalleryEntry> there =
          gallery.findAll(page.entries().stream().map(EnrolledFace::key).toList());
      for (EnrolledFace face : page.entries()) {
        faces++;
        foreign += isOurs(face) ? 0 : 1;
        if (!expected(face).equals(Optional.ofNullable(there.get(face.key())))) {
          lookAgain(face.key()).ifPresent(differences);
        }
      }
      page = store.scan(page.next(), PAGE);
    }
    return new Extent(faces, foreign);
  }

  private void findExtra(Consumer<Drift> differences) {
    Optional<ReferenceKey> after = Optional.empty();
    List<GalleryEntry> page = gallery.page(after, PAGE);
    while (!page.isEmpty()) {
      page.stream()
          .map(GalleryEntry::key)
          .filter(key -> store.current(key).isEmpty())
          .forEach(key -> lookAgain(key).ifPresent(differences));
      after = Optional.of(page.getLast().key());
      page = gallery.page(after, PAGE);
    }
  }

  private Optional<Drift> lookAgain(ReferenceKey key) {
    return locks.holding(
        key.subjectKey(),
        () -> {
          Optional<EnrolledFace> recorded = store.current(key);
          Optional<GalleryEntry> found = gallery.find(key);
          Optional<GalleryEntry> expected = recorded.flatMap(this::expected);
          if (expected.equals(found)) {
            return Optional.empty();
          }
          return Optional.of(new Drift(kind(recorded.isPresent(), found.isPresent()), key));
        });
  }

  private static Drift.Kind kind(boolean recorded, boolean found) {
    if (!recorded) {
      return Drift.Kind.EXTRA;
    }
    return found ? Drift.Kind.STALE : Drift.Kind.MISSING;
  }

  /** What the gallery should have of a face. */
  private Optional<GalleryEntry> expected(EnrolledFace face) {
    return isOurs(face) ? Optional.of(GalleryEntry.of(face.reference())) : Optional.empty();
  }

  private boolean isOurs(EnrolledFace face) {
    return face.reference().template().model().equals(model);
  }
}
