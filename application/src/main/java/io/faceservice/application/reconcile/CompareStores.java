package io.faceservice.application.reconcile;

import io.faceservice.application.port.Gallery;
import io.faceservice.application.port.GalleryEntry;
import io.faceservice.application.port.ImageStore;
import io.faceservice.application.port.enrolment.Cursor;
import io.faceservice.application.port.enrolment.EnrolledFace;
import io.faceservice.application.port.enrolment.Page;
import io.faceservice.domain.biometric.ReferenceKey;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Leafs through record and gallery and tells where they differ. It holds a page of each in memory,
 * however large they are. Beside running changes it may tell a difference that is about to vanish.
 */
public final class CompareStores {
  private static final int PAGE = 1000;

  private final ImageStore store;
  private final Gallery gallery;

  public CompareStores(ImageStore store, Gallery gallery) {
    this.store = store;
    this.gallery = gallery;
  }

  /**
   * Tells each difference as it is found.
   *
   * @return how many faces the record has
   * @throws io.faceservice.application.port.BackendException if a store fails
   */
  public long compare(Consumer<Drift> differences) {
    long faces = compareRecord(differences);
    findExtra(differences);
    return faces;
  }

  private long compareRecord(Consumer<Drift> differences) {
    long faces = 0;
    Page<EnrolledFace> page = store.scan(Cursor.START, PAGE);
    while (!page.entries().isEmpty()) {
      for (EnrolledFace face : page.entries()) {
        faces++;
        Optional<GalleryEntry> found = gallery.find(face.key());
        if (found.isEmpty()) {
          differences.accept(new Drift(Drift.Kind.MISSING, face.key()));
        } else if (!found.get().equals(GalleryEntry.of(face.reference()))) {
          differences.accept(new Drift(Drift.Kind.STALE, face.key()));
        }
      }
      page = store.scan(page.next(), PAGE);
    }
    return faces;
  }

  private void findExtra(Consumer<Drift> differences) {
    Optional<ReferenceKey> after = Optional.empty();
    List<GalleryEntry> page = gallery.page(after, PAGE);
    while (!page.isEmpty()) {
      page.stream()
          .map(GalleryEntry::key)
          .filter(key -> store.current(key).isEmpty())
          .forEach(key -> differences.accept(new Drift(Drift.Kind.EXTRA, key)));
      after = Optional.of(page.getLast().key());
      page = gallery.page(after, PAGE);
    }
  }
}
