package io.faceservice.application.enrol;

import io.faceservice.application.acquire.Workers;
import io.faceservice.application.compare.Presentation;
import io.faceservice.application.liveness.FaceExamination;
import io.faceservice.application.liveness.Sighting;
import io.faceservice.application.liveness.Sighting.Examined;
import io.faceservice.application.liveness.Sighting.Seen;
import io.faceservice.application.port.enrolment.LivenessReport;
import io.faceservice.domain.liveness.Frame;
import io.faceservice.domain.liveness.LivenessPolicy;
import java.util.List;
import java.util.Optional;

/** Looks at what shall become a reference. Safe for use by many threads. */
public final class ReferenceExamination {
  private final FaceExamination examination;
  private final Workers workers;
  private final LivenessPolicy liveness;

  public ReferenceExamination(
      FaceExamination examination, Workers workers, LivenessPolicy liveness) {
    this.examination = examination;
    this.workers = workers;
    this.liveness = liveness;
  }

  /**
   * Examines all pictures before anything is decided.
   *
   * @throws io.faceservice.domain.biometric.InvalidInputException if a picture is none
   * @throws io.faceservice.application.port.BackendException if inference fails
   */
  Suitability examine(Presentation presentation) {
    List<Optional<Sighting>> looks = examination.all(workers, presentation.looks(examination));
    if (looks.stream().anyMatch(Optional::isEmpty)) {
      return new Suitability.NotAcquired();
    }
    List<Sighting> sightings = looks.stream().flatMap(Optional::stream).toList();
    return switch (sightings.getFirst()) {
      case Seen seen -> new Suitability.Suitable(seen, LivenessReport.NONE);
      case Examined probe -> judge(probe, sightings.subList(1, sightings.size()));
    };
  }

  private Suitability judge(Examined probe, List<Sighting> others) {
    List<Frame> frames =
        others.stream()
            .map(Examined.class::cast)
            .map(frame -> frame.against(List.of(probe.template())))
            .toList();
    return liveness.isLive(probe.padScore(), frames)
        ? new Suitability.Suitable(probe, LivenessWords.of(probe.padScore(), frames))
        : new Suitability.NotLive(probe.padScore(), frames);
  }
}
