package io.faceservice.application.bulk;

import io.faceservice.application.port.ImageStore;
import io.faceservice.application.port.enrolment.Cursor;
import io.faceservice.application.port.enrolment.EnrolledFace;
import io.faceservice.application.port.enrolment.Page;
import io.faceservice.application.port.enrolment.SourceCount;
import io.faceservice.domain.biometric.FaceImage;
import io.faceservice.domain.biometric.Source;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Leafs through the record, in the order of enrolment. It holds a page of it in memory, and one
 * image.
 */
public final class ExportFaces {
  private static final int PAGE = 200;

  private final ImageStore store;

  public ExportFaces(ImageStore store) {
    this.store = store;
  }

  /** Which of the record is asked for. */
  public enum Detail {
    /** The image of each version. */
    IMAGES,
    /** All versions kept of a face, the newest first, instead of the current one alone. */
    VERSIONS
  }

  /**
   * One version of a face.
   *
   * @param current whether it is the one that is searched
   * @param images its image, if asked for; else none
   */
  public record Exported(EnrolledFace face, boolean current, List<FaceImage> images) {
    public Exported {
      images = List.copyOf(images);
    }
  }

  /** How many reference faces there are: of one source, or of all. */
  public long count(Optional<Source> source) {
    return store.sources().stream()
        .filter(one -> source.isEmpty() || one.source().equals(source.get()))
        .mapToLong(SourceCount::references)
        .sum();
  }

  /**
   * Gives out the faces of one source, or of all.
   *
   * @param sink takes each, and returns whether it wants more
   * @return whether it took all
   * @throws io.faceservice.application.port.BackendException if the store fails
   */
  public boolean export(Optional<Source> source, Set<Detail> details, Predicate<Exported> sink) {
    Page<EnrolledFace> page = page(source, Cursor.START);
    while (!page.entries().isEmpty()) {
      for (EnrolledFace face : page.entries()) {
        if (!give(face, details, sink)) {
          return false;
        }
      }
      page = page(source, page.next());
    }
    return true;
  }

  private Page<EnrolledFace> page(Optional<Source> source, Cursor after) {
    return source.map(one -> store.scan(one, after, PAGE)).orElseGet(() -> store.scan(after, PAGE));
  }

  private boolean give(EnrolledFace face, Set<Detail> details, Predicate<Exported> sink) {
    List<EnrolledFace> versions =
        details.contains(Detail.VERSIONS) ? store.versions(face.key()) : List.of(face);
    for (int i = 0; i < versions.size(); i++) {
      Optional<Exported> exported = exported(versions.get(i), i == 0, details);
      if (exported.isPresent() && !sink.test(exported.get())) {
        return false;
      }
    }
    return true;
  }

  /** Who was removed since the page was read has no image any more, and is left out. */
  private Optional<Exported> exported(EnrolledFace face, boolean current, Set<Detail> details) {
    return details.contains(Detail.IMAGES)
        ? store
            .evidence(face.key(), face.version())
            .map(evidence -> new Exported(face, current, List.of(evidence.image())))
        : Optional.of(new Exported(face, current, List.of()));
  }
}
