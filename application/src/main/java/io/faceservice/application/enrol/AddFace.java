package io.faceservice.application.enrol;

import io.faceservice.application.compare.Presentation;
import io.faceservice.application.keep.RecordKeeper;
import io.faceservice.domain.biometric.CreatedAt;
import io.faceservice.domain.biometric.ReferenceId;
import io.faceservice.domain.biometric.SubjectKey;
import io.faceservice.domain.enrolment.EnrolmentPolicy;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Supplier;

/** Keeps a face as one of several references of a person, searchable from then on. */
public final class AddFace {
  private final ReferenceExamination examination;
  private final RecordKeeper keeper;
  private final EnrolmentPolicy policy;
  private final Supplier<ReferenceId> ids;
  private final Clock clock;

  /**
   * @param ids gives each face that comes without a name one that no other has
   */
  public AddFace(
      ReferenceExamination examination,
      RecordKeeper keeper,
      EnrolmentPolicy policy,
      Supplier<ReferenceId> ids,
      Clock clock) {
    this.examination = examination;
    this.keeper = keeper;
    this.policy = policy;
    this.ids = ids;
    this.clock = clock;
  }

  /**
   * What to keep.
   *
   * @param face which of the person's faces it is; empty for another one
   * @param presentation the picture to keep, with frames where it has to prove life
   */
  public record Command(
      SubjectKey subject,
      Optional<ReferenceId> face,
      CreatedAt createdAt,
      Presentation presentation) {}

  /**
   * Adds the face, or replaces the one that has the same name. A person who is not enrolled is
   * enrolled with it. Nothing is kept unless it is added.
   *
   * @throws io.faceservice.domain.biometric.InvalidInputException if a picture is none
   * @throws io.faceservice.application.port.BackendException if inference or a store fails
   */
  public Addition add(Command command) {
    return switch (examination.examine(command.presentation())) {
      case Suitability.Suitable suitable -> keep(command, suitable);
      case Suitability.NotAcquired none -> new Addition.NotAcquired();
      case Suitability.NotLive attack -> new Addition.NotLive();
    };
  }

  private Addition keep(Command command, Suitability.Suitable suitable) {
    var key = command.subject().reference(command.face().orElseGet(ids));
    var enrolment =
        suitable.enrolment(key, command.createdAt(), command.presentation(), clock.instant());
    return keeper
        .enrol(enrolment, policy)
        .<Addition>map(face -> new Addition.Added(face, suitable.sighting().capture()))
        .orElseGet(() -> new Addition.NoRoom(policy.mostFaces()));
  }
}
