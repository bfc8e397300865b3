package io.faceservice.application.restore;

import io.faceservice.application.acquire.Acquisition;
import io.faceservice.application.acquire.FaceAcquisition;
import io.faceservice.application.acquire.Workers;
import io.faceservice.application.port.ImageStore;
import io.faceservice.application.port.enrolment.EnrolledFace;
import io.faceservice.application.port.enrolment.Evidence;
import io.faceservice.application.port.enrolment.Intent;
import io.faceservice.domain.biometric.FaceTemplate;
import io.faceservice.domain.biometric.InvalidInputException;
import io.faceservice.domain.biometric.ModelId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;

/**
 * Makes templates of this model pack, from the kept images, for the faces that have none. Those of
 * other packs stay beside them, so a service with another pack serves on meanwhile. Started again
 * after an interruption it goes on with what is still lacking.
 */
public final class ReEmbedFaces {
  /** So few that requests of others get their turn among the workers. */
  private static final int PAGE = 16;

  private final ImageStore store;
  private final FaceAcquisition acquisition;
  private final Workers workers;
  private final ModelId model;

  /**
   * @param model the pack that acquires
   */
  public ReEmbedFaces(
      ImageStore store, FaceAcquisition acquisition, Workers workers, ModelId model) {
    this.store = store;
    this.acquisition = acquisition;
    this.workers = workers;
    this.model = model;
  }

  /**
   * What became of the selected faces.
   *
   * @param made how many have a template of this pack now that had none
   * @param failures how many could not be given one, by reason
   * @param finished false if it was interrupted before the end
   */
  public record Outcome(long made, Map<NotRestored, Long> failures, boolean finished) {
    public Outcome {
      failures = Map.copyOf(failures);
    }
  }

  /**
   * Goes through the selected faces.
   *
   * @param follow completes what is recorded: makes this pack's gallery follow, where there is one
   * @throws io.faceservice.application.port.BackendException if the store or inference fails
   */
  public Outcome reEmbed(Selection selection, Consumer<Intent> follow, RestoreObserver observer) {
    var pages = new SelectedPages(store, selection, PAGE);
    var failures = new Failures(observer);
    long done = 0;
    long made = 0;
    while (!Thread.currentThread().isInterrupted()) {
      List<EnrolledFace> page = pages.next();
      if (page.isEmpty()) {
        return new Outcome(made, failures.counts(), true);
      }
      List<EnrolledFace> lacking = page.stream().filter(this::isForeign).toList();
      List<Callable<Look>> looks =
          lacking.stream().<Callable<Look>>map(f -> () -> look(f)).toList();
      for (Look look : workers.all(looks)) {
        look.failure().ifPresent(reason -> failures.add(look.face().key(), reason));
        made += look.template().isPresent() ? keep(look, follow) : 0;
      }
      done += page.size();
      observer.done(done);
    }
    return new Outcome(made, failures.counts(), false);
  }

  /** What came of a face's image: a template, or a reason for none; neither if it is gone. */
  private record Look(
      EnrolledFace face, Optional<FaceTemplate> template, Optional<NotRestored> failure) {}

  private Look look(EnrolledFace face) {
    Optional<Evidence> evidence = store.evidence(face.key(), face.version());
    if (evidence.isEmpty()) {
      boolean there = store.current(face.key()).filter(face::equals).isPresent();
      return new Look(
          face, Optional.empty(), there ? Optional.of(NotRestored.NO_IMAGE) : Optional.empty());
    }
    try {
      return switch (acquisition.acquire(evidence.get().image())) {
        case Acquisition.Acquired acquired ->
            new Look(face, Optional.of(acquired.template()), Optional.empty());
        case Acquisition.NotAcquired none -> failed(face, NotRestored.NO_FACE);
      };
    } catch (InvalidInputException e) {
      return failed(face, NotRestored.UNREADABLE_IMAGE);
    }
  }

  private static Look failed(EnrolledFace face, NotRestored reason) {
    return new Look(face, Optional.empty(), Optional.of(reason));
  }

  private int keep(Look look, Consumer<Intent> follow) {
    Optional<Intent.ToEnrol> intent =
        store.addTemplate(look.face().key(), look.face().version(), look.template().orElseThrow());
    intent.ifPresent(follow);
    return intent.isPresent() ? 1 : 0;
  }

  private boolean isForeign(EnrolledFace face) {
    return !face.reference().template().model().equals(model);
  }
}
