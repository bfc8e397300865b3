package io.faceservice.application.bulk;

import io.faceservice.application.acquire.Workers;
import io.faceservice.application.bulk.ImportItem.Face;
import io.faceservice.application.bulk.ImportItem.Unusable;
import io.faceservice.application.bulk.ImportOutcome.AlreadyThere;
import io.faceservice.application.bulk.ImportOutcome.Enrolled;
import io.faceservice.application.bulk.ImportOutcome.Reason;
import io.faceservice.application.bulk.ImportOutcome.Rejected;
import io.faceservice.application.liveness.FaceExamination;
import io.faceservice.application.port.BackendException;
import io.faceservice.domain.biometric.FaceImage;
import io.faceservice.domain.biometric.InvalidInputException;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Enrols very many faces, several at a time and without a liveness check. An item that cannot be
 * enrolled stops no other. What is enrolled already is left alone, so an import that was
 * interrupted is resumed by running it again. Of the input a handful of items is in memory at a
 * time.
 */
public final class ImportFaces {
  private static final Logger LOG = LoggerFactory.getLogger(ImportFaces.class);

  private final ItemEnrolment enrolment;
  private final FaceExamination examination;
  private final Workers workers;
  private final EnrolledImages enrolled;
  private final int threads;

  /** Whether anything is kept. */
  public enum Mode {
    ENROL,
    /** Everything is tried, and nothing kept. */
    REHEARSE
  }

  /** How an import ended that did not fail. */
  public enum Ending {
    COMPLETE,
    /** The thread was interrupted; what was told is kept, and the rest was not begun. */
    INTERRUPTED
  }

  /**
   * @param threads how many items are worked on at a time; more than there are workers, since some
   *     wait for a file or a store
   */
  public ImportFaces(
      ItemEnrolment enrolment,
      FaceExamination examination,
      Workers workers,
      EnrolledImages enrolled,
      int threads) {
    this.enrolment = enrolment;
    this.examination = examination;
    this.workers = workers;
    this.enrolled = enrolled;
    this.threads = threads;
  }

  /**
   * Takes the items in their order, of which the first counts where two are of one face.
   *
   * @throws BackendException if inference or a store fails: no more items are begun, and what was
   *     told is kept
   */
  public Ending importAll(
      Iterator<? extends ImportItem> items, Mode mode, ImportListener listener) {
    var seen = new SeenKeys();
    try (ItemQueue queue = new ItemQueue(threads, listener)) {
      while (items.hasNext()) {
        if (Thread.interrupted()) {
          throw new InterruptedException();
        }
        take(items.next(), mode, seen, queue);
      }
      queue.finish();
      return Ending.COMPLETE;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Ending.INTERRUPTED;
    }
  }

  private void take(ImportItem item, Mode mode, SeenKeys seen, ItemQueue queue)
      throws InterruptedException {
    switch (item) {
      case Unusable(var origin, var rejection) -> queue.add(item, () -> rejection);
      case Face face when !seen.add(face.key()) -> queue.add(face, () -> duplicate(face));
      case Face face -> queue.add(face, () -> attempt(face, mode));
    }
  }

  private ImportOutcome attempt(Face face, Mode mode) {
    try {
      Optional<FaceImage> image = face.image().read();
      if (image.isEmpty()) {
        return new Rejected(
            Reason.MISSING_IMAGE_FILE, "There is no image file %s.".formatted(face.image().name()));
      }
      if (enrolled.hold(face.key(), face.createdAt(), image.get())) {
        return new AlreadyThere();
      }
      return switch (mode) {
        case ENROL -> enrolment.enrol(face, image.get());
        case REHEARSE -> rehearsed(image.get());
      };
    } catch (InvalidInputException e) {
      return Rejected.of(e);
    } catch (BackendException | RejectedExecutionException e) {
      throw e;
    } catch (RuntimeException e) {
      return fault(e);
    }
  }

  private ImportOutcome rehearsed(FaceImage image) {
    return examination.all(workers, List.of(() -> examination.see(image))).getFirst().isPresent()
        ? new Enrolled()
        : ItemEnrolment.noFace();
  }

  private static Rejected duplicate(Face face) {
    return new Rejected(
        Reason.DUPLICATE_ID_IN_INPUT,
        "An earlier item is of the same person and face (%s)."
            .formatted(face.key().reference().value()));
  }

  /**
   * A fault that one item brings out shall not cost the others; who gave up waiting is no item's.
   */
  private static ImportOutcome fault(RuntimeException thrown) {
    if (Thread.currentThread().isInterrupted()) {
      throw thrown;
    }
    LOG.error("An item of an import failed", thrown);
    return new Rejected(
        Reason.INTERNAL_ERROR, "The service failed on this item; its log says how.");
  }
}
