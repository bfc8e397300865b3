package io.faceservice.application.enrol;

import io.faceservice.application.compare.Presentation;
import io.faceservice.application.keep.RecordKeeper;
import io.faceservice.application.liveness.Sighting;
import io.faceservice.domain.biometric.CreatedAt;
import io.faceservice.domain.biometric.ReferenceKey;
import java.time.Clock;

/** Keeps a face as a reference of a person, searchable from then on. */
public final class EnrolFace {
  private final ReferenceExamination examination;
  private final RecordKeeper keeper;
  private final Clock clock;

  public EnrolFace(ReferenceExamination examination, RecordKeeper keeper, Clock clock) {
    this.examination = examination;
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
    return switch (examination.examine(command.presentation())) {
      case Suitability.Suitable suitable -> keep(command, suitable);
      case Suitability.NotAcquired none -> new Outcome.NotAcquired();
      case Suitability.NotLive(var probe, var frames) -> new Outcome.NotLive(probe, frames);
    };
  }

  private Outcome keep(Command command, Suitability.Suitable suitable) {
    keeper.enrol(
        suitable.enrolment(
            command.key(), command.createdAt(), command.presentation(), clock.instant()));
    Sighting sighting = suitable.sighting();
    return new Outcome.Enrolled(sighting.template().model(), sighting.capture());
  }
}
