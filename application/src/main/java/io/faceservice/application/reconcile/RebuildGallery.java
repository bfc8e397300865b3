package io.faceservice.application.reconcile;

import io.faceservice.application.keep.SubjectLocks;
import io.faceservice.application.port.Gallery;
import io.faceservice.application.port.ImageStore;
import io.faceservice.application.port.enrolment.Cursor;
import io.faceservice.application.port.enrolment.EnrolledFace;
import io.faceservice.application.port.enrolment.Page;
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

  public RebuildGallery(ImageStore store, Gallery gallery, SubjectLocks locks) {
    this.store = store;
    this.gallery = gallery;
    this.locks = locks;
  }

  /**
   * Enrols every face of the record and notes that the gallery is whole.
   *
   * @param progress told how many faces are done, after each page
   * @return how many faces were enrolled
   * @throws io.faceservice.application.port.BackendException if a store fails
   * @throws IllegalArgumentException if a template was made by another model pack
   */
  public long rebuild(LongConsumer progress) {
    long done = 0;
    Cursor after = Cursor.START;
    while (true) {
      Cursor from = after;
      Page<EnrolledFace> page = locks.holdingAll(() -> enrolPage(from));
      if (page.entries().isEmpty()) {
        gallery.rebuilt();
        return done;
      }
      done += page.entries().size();
      after = page.next();
      progress.accept(done);
    }
  }

  private Page<EnrolledFace> enrolPage(Cursor after) {
    Page<EnrolledFace> page = store.scan(after, PAGE);
    gallery.enrolAll(page.entries().stream().map(EnrolledFace::reference).toList());
    return page;
  }
}
