package io.faceservice.application.browse;

import io.faceservice.application.port.ImageStore;
import io.faceservice.application.port.enrolment.Cursor;
import io.faceservice.application.port.enrolment.EnrolledSubject;
import io.faceservice.application.port.enrolment.Page;
import io.faceservice.domain.biometric.Source;
import java.util.List;
import java.util.Optional;

/** Leafs through the people of a source. */
public final class ListSubjects {
  private final ImageStore store;

  public ListSubjects(ImageStore store) {
    this.store = store;
  }

  /** What became of the question. */
  public sealed interface Outcome {

    /**
     * Some of the people, ordered by the code points of their identifiers.
     *
     * @param next where to read on; empty at the end
     */
    record Listed(List<EnrolledSubject> subjects, Optional<Cursor> next) implements Outcome {
      public Listed {
        subjects = List.copyOf(subjects);
      }
    }

    /** Nobody is enrolled in this source. */
    record UnknownSource() implements Outcome {}
  }

  /**
   * Lists. A source whose people are removed while somebody leafs through it ends; it does not turn
   * unknown.
   *
   * @param limit how many at most, at least 1
   * @throws io.faceservice.application.port.BackendException if the store fails
   */
  public Outcome list(Source source, Cursor after, int limit) {
    Page<EnrolledSubject> page = store.subjects(source, after, limit);
    if (page.entries().isEmpty() && after.equals(Cursor.START)) {
      return new Outcome.UnknownSource();
    }
    return new Outcome.Listed(page.entries(), next(source, page, limit));
  }

  private Optional<Cursor> next(Source source, Page<EnrolledSubject> page, int limit) {
    return page.entries().size() < limit
            || store.subjects(source, page.next(), 1).entries().isEmpty()
        ? Optional.empty()
        : Optional.of(page.next());
  }
}
