package io.faceservice.application.restore;

import io.faceservice.application.keep.RecordKeeper;
import io.faceservice.application.keep.SubjectLocks;
import io.faceservice.application.port.Gallery;
import io.faceservice.application.port.GalleryEntry;
import io.faceservice.application.port.ImageStore;
import io.faceservice.application.port.enrolment.EnrolledFace;
import io.faceservice.domain.biometric.ReferenceKey;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Fills the gallery from the record's stored templates. Searches and changes go on beside it: each
 * page is read and written while nobody changes anything, so nothing removed meanwhile comes back,
 * and what is searchable already stays so throughout. Started again after an interruption it passes
 * quickly over what the gallery has.
 */
public final class RestoreGallery {
  /** So few that whoever wants to change something waits little, even beside a slow engine. */
  private static final int PAGE = 256;

  private final ImageStore store;
  private final Gallery gallery;
  private final RecordKeeper keeper;
  private final SubjectLocks locks;
  private final boolean othersLeftOut;

  /**
   * @param othersLeftOut whether the gallery counts as whole without the faces that have no
   *     template of its model
   */
  public RestoreGallery(
      ImageStore store,
      Gallery gallery,
      RecordKeeper keeper,
      SubjectLocks locks,
      boolean othersLeftOut) {
    this.store = store;
    this.gallery = gallery;
    this.keeper = keeper;
    this.locks = locks;
    this.othersLeftOut = othersLeftOut;
  }

  /**
   * What became of the selected faces.
   *
   * @param enrolled how many were written to the gallery
   * @param alreadyThere how many it had as they are
   * @param extra how many it had that are not in the record; they are forgotten
   * @param failures how many could not be restored, by reason
   * @param finished false if it was interrupted before the end
   */
  public record Outcome(
      long enrolled,
      long alreadyThere,
      long extra,
      Map<NotRestored, Long> failures,
      boolean finished) {
    public Outcome {
      failures = Map.copyOf(failures);
    }

    /** How many of the selected faces are searchable now. */
    public long searchable() {
      return enrolled + alreadyThere;
    }
  }

  /**
   * Enrols every selected face that the gallery does not have as the record says. A selection that
   * leaves out nobody also makes the gallery forget what is not in the record. After a restore of
   * everyone without failures, or with others left out, the gallery needs no rebuild any more.
   *
   * @throws io.faceservice.application.port.BackendException if a store fails
   */
  public Outcome restore(Selection selection, RestoreObserver observer) {
    var pages = new SelectedPages(store, selection, PAGE);
    var failures = new Failures(observer);
    long done = 0;
    long enrolled = 0;
    long failed = 0;
    while (!Thread.currentThread().isInterrupted()) {
      Written written = locks.holdingAll(() -> write(pages.next()));
      if (written.page().isEmpty()) {
        long extra = selection.isWhole() ? forgetExtra(selection) : 0;
        if (selection.isAll() && (failed == 0 || othersLeftOut)) {
          gallery.rebuilt();
        }
        return new Outcome(enrolled, done - enrolled - failed, extra, failures.counts(), true);
      }
      done += written.page().size();
      enrolled += written.enrolled();
      for (EnrolledFace face : written.page()) {
        if (!keeper.isSearchable(face)) {
          failed++;
          failures.add(face.key(), NotRestored.OTHER_PACK);
        }
      }
      observer.done(done);
    }
    return new Outcome(enrolled, done - enrolled - failed, 0, failures.counts(), false);
  }

  /** Whether the record is empty, or the gallery can take at least one of its faces. */
  public boolean canRestoreAny() {
    var pages = new SelectedPages(store, Selection.ALL, PAGE);
    List<EnrolledFace> page = pages.next();
    boolean none = page.isEmpty();
    while (!page.isEmpty()) {
      if (page.stream().anyMatch(keeper::isSearchable)) {
        return true;
      }
      page = pages.next();
    }
    return none;
  }

  /** A page of the record, and how many of its faces had to be written. */
  private record Written(List<EnrolledFace> page, int enrolled) {}

  private Written write(List<EnrolledFace> page) {
    List<EnrolledFace> ours = page.stream().filter(keeper::isSearchable).toList();
    Map<ReferenceKey, GalleryEntry> there =
        gallery.findAll(ours.stream().map(EnrolledFace::key).toList());
    var lacking =
        ours.stream()
            .map(EnrolledFace::reference)
            .filter(face -> !GalleryEntry.of(face).equals(there.get(face.key())))
            .toList();
    if (!lacking.isEmpty()) {
      gallery.enrolAll(lacking);
    }
    return new Written(page, lacking.size());
  }

  private long forgetExtra(Selection selection) {
    long extra = 0;
    Optional<ReferenceKey> after = Optional.empty();
    List<GalleryEntry> page = gallery.page(after, PAGE);
    while (!page.isEmpty()) {
      for (GalleryEntry entry : page) {
        ReferenceKey key = entry.key();
        if (selection.concerns(key.source()) && store.current(key).isEmpty()) {
          keeper.mend(key);
          extra++;
        }
      }
      after = Optional.of(page.getLast().key());
      page = gallery.page(after, PAGE);
    }
    return extra;
  }
}
