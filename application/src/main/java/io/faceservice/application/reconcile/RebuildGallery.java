package io.faceservice.application.reconcile;

import io.faceservice.application.keep.SubjectLocks;
import io.faceservice.application.port.Gallery;
import io.faceservice.application.port.ImageStore;
import io.faceservice.application.port.enrolment.Cursor;
import io.faceservice.application.port.enrolment.EnrolledFace;
import io.faceservice.application.port.enrolment.Page;
import io.faceservice.domain.biometric.ModelId;
import java.util.function.LongConsumer;

/**
 * Fills the gallery from the record's stored templates. Searches and changes go on beside it: a
 * page is read and written while nobody changes anything, so nothing removed meanwhile comes back.
 */
public final class RebuildGallery {
  private static final int PAGE = 1000;

  private final ImageStore store;
  private final Gallery gallery;
  private final SubjectLocks locks;
  private final ModelId model;

  /**
   * @param model the pack whose templates the gallery takes
   */
  public RebuildGallery(ImageStore store, Gallery gallery, SubjectLocks locks, ModelId model) {
    this.store = store;
    this.gallery = gallery;
    this.locks = locks;
    this.model = model;
  }

  /**
   * What became of the record's faces.
   *
   * @param enrolled how many the gallery has now
   * @param foreign how many another model pack made, and the gallery cannot have
   */
  public record Outcome(long enrolled, long foreign) {}

  /**
   * Enrols every face of the record and, unless some were made by another model pack, notes that
   * the gallery is whole.
   *
   * @param progress told how many faces are done, after each page
   * @throws io.faceservice.application.port.BackendException if a store fails
   */
  public Outcome rebuild(LongConsumer progress) {
    long done = 0;
    long foreign = 0;
    Cursor after = Cursor.START;
    while (true) {
      Cursor from = after;
      Page<EnrolledFace> page = locks.holdingAll(() -> enrolPage(from));
      if (page.entries().isEmpty()) {
        if (foreign == 0) {
          gallery.rebuilt();
        }
        return new Outcome(done - foreign, foreign);
      }
      done += page.entries().size();
      foreign += page.entries().stream().filter(face -> !isOurs(face)).count();
      after = page.next();
      progress.accept(done);
    }
  }

  private Page<EnrolledFace> enrolPage(Cursor after) {
    Page<EnrolledFace> page = store.scan(after, PAGE);
    gallery.enrolAll(
        page.entries().stream().filter(this::isOurs).map(EnrolledFace::reference).toList());
    return page;
  }

  private boolean isOurs(EnrolledFace face) {
    return face.reference().template().model().equals(model);
  }
}
