package io.faceservice.application.enrol;

import io.faceservice.application.acquire.Workers;
import io.faceservice.application.compare.Presentation;
import io.faceservice.application.keep.RecordKeeper;
import io.faceservice.application.liveness.FaceExamination;
import io.faceservice.application.liveness.Sighting;
import io.faceservice.application.liveness.Sighting.Examined;
import io.faceservice.application.liveness.Sighting.Seen;
import io.faceservice.application.port.enrolment.Enrolment;
import io.faceservice.application.port.enrolment.Evidence;
import io.faceservice.application.port.enrolment.LivenessReport;
import io.faceservice.domain.biometric.BiometricReference;
import io.faceservice.domain.biometric.CreatedAt;
import io.faceservice.domain.biometric.ReferenceKey;
import io.faceservice.domain.liveness.Frame;
import io.faceservice.domain.liveness.LivenessPolicy;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** Keeps a face as a reference of a person, searchable from then on. */
public final class EnrolFace {
  private final FaceExamination examination;
  private final Workers workers;
  private final LivenessPolicy liveness;
  private final RecordKeeper keeper;
  private final Clock clock;

  public EnrolFace(
      FaceExamination examination,
      Workers workers,
      LivenessPolicy liveness,
      RecordKeeper keeper,
      Clock clock) {
    this.examination = examination;
    this.workers = workers;
    this.liveness = liveness;
    this.keeper = keeper;
    this.clock = clock;
  }

  /**
   * What to keep.
   *
   * @param presentation the picture to keep, with frames where it has to prove life
   */
  public record Command(ReferenceKey key, CreatedAt createdAt, Presentation presentation) {}

  /**
   * Enrols, or replaces the face that has the same key. Nothing is kept unless it is enrolled.
   *
   * @throws io.faceservice.domain.biometric.InvalidInputException if a picture is none
   * @throws io.faceservice.application.port.BackendException if inference or a store fails
   */
  public Outcome enrol(Command command) {
    List<Optional<Sighting>> looks = workers.all(command.presentation().looks(examination));
    if (looks.stream().anyMatch(Optional::isEmpty)) {
      return new Outcome.NotAcquired();
    }
    List<Sighting> sightings = looks.stream().flatMap(Optional::stream).toList();
    return switch (sightings.getFirst()) {
      case Seen seen -> keep(command, seen, LivenessReport.NONE);
      case Examined probe -> {
        List<Frame> frames =
            sightings.stream()
                .skip(1)
                .map(Examined.class::cast)
                .map(frame -> frame.against(List.of(probe.template())))
                .toList();
        yield liveness.isLive(probe.padScore(), frames)
            ? keep(command, probe, LivenessWords.of(probe.padScore(), frames))
            : new Outcome.NotLive(probe.padScore(), frames);
      }
    };
  }

  private Outcome keep(Command command, Sighting sighting, LivenessReport report) {
    var presentation = command.presentation();
    keeper.enrol(
        new Enrolment(
            new BiometricReference(command.key(), sighting.template(), command.createdAt()),
            new Evidence(presentation.probe(), presentation.frames(), report),
            clock.instant()));
    return new Outcome.Enrolled(sighting.template().model(), sighting.capture());
  }
}
