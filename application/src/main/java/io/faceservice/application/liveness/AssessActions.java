package io.faceservice.application.liveness;

import io.faceservice.application.acquire.FaceAcquisition;
import io.faceservice.application.acquire.Finding;
import io.faceservice.application.acquire.Workers;
import io.faceservice.application.port.BackendException;
import io.faceservice.domain.biometric.FaceImage;
import io.faceservice.domain.biometric.FaceTemplate;
import io.faceservice.domain.biometric.FacialLandmarks;
import io.faceservice.domain.biometric.ModelId;
import io.faceservice.domain.compare.Similarity;
import io.faceservice.domain.liveness.ActionPolicy;
import io.faceservice.domain.liveness.ActionPolicy.Observation;
import io.faceservice.domain.liveness.FacialExpression;
import io.faceservice.domain.liveness.HeadAction;
import io.faceservice.domain.liveness.HeadPose;
import io.faceservice.domain.liveness.LivenessPolicy;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;

/** Decides whether somebody did as they were told before the camera, and was the same person. */
public final class AssessActions {
  private final FaceAcquisition acquisition;
  private final Workers workers;
  private final ActionPolicy actions;
  private final LivenessPolicy liveness;

  public AssessActions(
      FaceAcquisition acquisition, Workers workers, ActionPolicy actions, LivenessPolicy liveness) {
    this.acquisition = acquisition;
    this.workers = workers;
    this.actions = actions;
    this.liveness = liveness;
  }

  /** What became of the question. */
  public sealed interface Outcome {

    /** The commands were judged, in the order given. */
    record Assessed(ModelId model, List<Judged> commands) implements Outcome {
      public Assessed {
        commands = List.copyOf(commands);
      }
    }

    /** There is no face in the reference picture. */
    record NotAcquired() implements Outcome {}
  }

  /**
   * One command's result.
   *
   * @param done whether enough frames show the action
   * @param similar whether enough frames show the person of the reference picture
   */
  public record Judged(HeadAction action, boolean done, boolean similar) {}

  /** What is kept of one frame. */
  private record Sight(FaceTemplate template, Observation observation) {}

  /**
   * Assesses. A frame without a face shows no action and nobody: it counts, and fails.
   *
   * @throws io.faceservice.domain.biometric.InvalidInputException if a picture is none
   * @throws io.faceservice.application.port.BackendException if inference fails, or the model pack
   *     finds too few landmarks
   */
  public Outcome assess(FaceImage reference, List<CommandedAction> commands) {
    List<Callable<Finding<Optional<Sight>>>> looks = new ArrayList<>();
    looks.add(() -> look(reference));
    for (CommandedAction command : commands) {
      command.frames().forEach(frame -> looks.add(() -> look(frame)));
    }
    List<Optional<Sight>> sights = acquisition.all(workers, looks);
    return sights
        .getFirst()
        .map(Sight::template)
        .<Outcome>map(template -> judge(template, commands, sights))
        .orElseGet(Outcome.NotAcquired::new);
  }

  private Outcome judge(
      FaceTemplate reference, List<CommandedAction> commands, List<Optional<Sight>> sights) {
    List<Judged> judged = new ArrayList<>();
    int next = 1;
    for (CommandedAction command : commands) {
      int end = next + command.frames().size();
      judged.add(judge(reference, command.action(), sights.subList(next, end)));
      next = end;
    }
    return new Outcome.Assessed(reference.model(), judged);
  }

  private Judged judge(FaceTemplate reference, HeadAction action, List<Optional<Sight>> frames) {
    List<Sight> faces = frames.stream().flatMap(Optional::stream).toList();
    var similarities =
        faces.stream().map(face -> Similarity.of(face.template(), reference)).toList();
    return new Judged(
        action,
        actions.passes(action, faces.stream().map(Sight::observation).toList()),
        liveness.enoughMatch(similarities, frames.size()));
  }

  private Finding<Optional<Sight>> look(FaceImage image) {
    return Finding.of(
        acquisition.find(image),
        found -> {
          Observation observation = observe(found.landmarks());
          return template -> new Sight(template, observation);
        });
  }

  private static Observation observe(FacialLandmarks landmarks) {
    if (landmarks.scheme() == FacialLandmarks.Scheme.FIVE) {
      throw new BackendException(
          BackendException.Kind.REFUSED,
          "active liveness",
          "the model pack finds five landmarks, and eyes and mouth are measured on 68 or more");
    }
    return new Observation(HeadPose.of(landmarks), FacialExpression.of(landmarks));
  }
}
