package io.faceservice.application.compare;

import io.faceservice.application.acquire.Capture;
import io.faceservice.application.acquire.Finding;
import io.faceservice.application.acquire.Workers;
import io.faceservice.application.compare.Comparison.Compared;
import io.faceservice.application.compare.Comparison.Liveness;
import io.faceservice.application.compare.Comparison.NotAcquired;
import io.faceservice.application.compare.Comparison.Role;
import io.faceservice.application.compare.Comparison.Verdict;
import io.faceservice.application.compare.Reference.Enrolled;
import io.faceservice.application.compare.Reference.Photo;
import io.faceservice.application.liveness.FaceExamination;
import io.faceservice.application.liveness.Sighting;
import io.faceservice.application.liveness.Sighting.Examined;
import io.faceservice.domain.biometric.FaceImage;
import io.faceservice.domain.biometric.FaceTemplate;
import io.faceservice.domain.compare.Similarity;
import io.faceservice.domain.compare.VerificationPolicy;
import io.faceservice.domain.liveness.LivenessPolicy;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;

/** Decides whether a probe and a reference are one person, and on request whether it lives. */
public final class CompareFaces {
  private final FaceExamination references;
  private final FaceExamination presented;
  private final Workers workers;
  private final VerificationPolicy verification;
  private final LivenessPolicy liveness;

  /**
   * @param references looks at a picture to compare with
   * @param presented looks at what came from before the camera
   */
  public CompareFaces(
      FaceExamination references,
      FaceExamination presented,
      Workers workers,
      VerificationPolicy verification,
      LivenessPolicy liveness) {
    this.references = references;
    this.presented = presented;
    this.workers = workers;
    this.verification = verification;
    this.liveness = liveness;
  }

  /**
   * Compares. All pictures are looked at before anything is decided, so that a bad one is reported
   * whatever the others show.
   *
   * @throws io.faceservice.domain.biometric.InvalidInputException if one of them is no picture
   * @throws io.faceservice.application.port.BackendException if inference fails
   */
  public Comparison compare(Reference reference, Presentation presentation) {
    List<Optional<Sighting>> looks = presented.all(workers, looks(reference, presentation));
    if (looks.stream().anyMatch(Optional::isEmpty)) {
      return new NotAcquired();
    }
    List<Sighting> sightings = looks.stream().flatMap(Optional::stream).toList();
    return switch (reference) {
      case Photo photo -> {
        Sighting enrolled = sightings.getFirst();
        yield decide(
            List.of(enrolled.template()),
            sightings.subList(1, sightings.size()),
            Map.of(Role.REFERENCE, enrolled.capture()));
      }
      case Enrolled(var templates) -> decide(templates, sightings, Map.of());
    };
  }

  /** One look a picture: the reference if it is one, the probe, the frames. */
  private List<Callable<Finding<Optional<Sighting>>>> looks(
      Reference reference, Presentation presentation) {
    List<Callable<Finding<Optional<Sighting>>>> looks = new ArrayList<>();
    if (reference instanceof Photo(FaceImage image)) {
      looks.add(() -> references.see(image));
    }
    looks.addAll(presentation.looks(presented));
    return looks;
  }

  private Compared decide(
      List<FaceTemplate> references, List<Sighting> presented, Map<Role, Capture> reference) {
    Sighting probe = presented.getFirst();
    Similarity similarity = Similarity.ofNearest(probe.template(), references);
    Map<Role, Capture> captures = new EnumMap<>(Role.class);
    captures.putAll(reference);
    captures.put(Role.PROBE, probe.capture());
    return new Compared(
        new Verdict(verification.decide(similarity), similarity, verification.threshold()),
        assess(references, presented),
        probe.template().model(),
        captures);
  }

  private Liveness assess(List<FaceTemplate> references, List<Sighting> presented) {
    return switch (presented.getFirst()) {
      case Sighting.Seen seen -> new Liveness.NotAsked();
      case Examined probe -> {
        var frames =
            presented.stream()
                .skip(1)
                .map(Examined.class::cast)
                .map(frame -> frame.against(references))
                .toList();
        yield new Liveness.Assessed(
            liveness.isLive(probe.padScore(), frames), probe.padScore(), frames);
      }
    };
  }
}
