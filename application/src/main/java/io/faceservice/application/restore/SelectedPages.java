package io.faceservice.application.restore;

import io.faceservice.application.port.ImageStore;
import io.faceservice.application.port.enrolment.Cursor;
import io.faceservice.application.port.enrolment.EnrolledFace;
import io.faceservice.application.port.enrolment.Page;
import java.util.List;

/** The selected faces of the record, a page at a time. To be used by one thread. */
final class SelectedPages {
  private final ImageStore store;
  private final Selection selection;
  private final int size;
  private Cursor after = Cursor.START;
  private long left;

  /** Passes over those before the first selected one. */
  SelectedPages(ImageStore store, Selection selection, int size) {
    this.store = store;
    this.selection = selection;
    this.size = size;
    this.left = selection.startFrom();
    while (left > 0 && !next().isEmpty()) {
      // The selection begins further on.
    }
    this.left = selection.number();
  }

  /** Reads on, as the record stands now; empty at the end. */
  List<EnrolledFace> next() {
    if (left == 0) {
      return List.of();
    }
    int most = (int) Math.min(size, left);
    Page<EnrolledFace> page =
        selection
            .source()
            .map(source -> store.scan(source, after, most))
            .orElseGet(() -> store.scan(after, most));
    after = page.next();
    left -= page.entries().size();
    return page.entries();
  }
}
