package io.faceservice.application.bulk;

import io.faceservice.application.bulk.ImportItem.Face;
import io.faceservice.application.bulk.ImportOutcome.Enrolled;
import io.faceservice.application.bulk.ImportOutcome.Reason;
import io.faceservice.application.bulk.ImportOutcome.Rejected;
import io.faceservice.application.compare.Presentation;
import io.faceservice.application.enrol.AddFace;
import io.faceservice.application.enrol.Addition;
import io.faceservice.application.enrol.EnrolFace;
import io.faceservice.application.enrol.Outcome;
import io.faceservice.domain.biometric.FaceImage;
import io.faceservice.domain.biometric.ReferenceId;
import java.util.List;
import java.util.Optional;

/**
 * Enrols one item as its route would: a person's primary face as registration does, a further one
 * as it is added, if the person has room for it.
 */
public record ItemEnrolment(EnrolFace enrol, AddFace add) {

  ImportOutcome enrol(Face face, FaceImage image) {
    var presentation = new Presentation(image, List.of());
    return face.key().reference().equals(ReferenceId.PRIMARY)
        ? primary(face, presentation)
        : further(face, presentation);
  }

  private ImportOutcome primary(Face face, Presentation presentation) {
    var command = new EnrolFace.Command(face.key(), face.createdAt(), presentation);
    return switch (enrol.enrol(command)) {
      case Outcome.Enrolled kept -> new Enrolled();
      case Outcome.NotAcquired none -> noFace();
      case Outcome.NotLive attack -> throw notAsked();
    };
  }

  private ImportOutcome further(Face face, Presentation presentation) {
    var command =
        new AddFace.Command(
            face.key().subjectKey(),
            Optional.of(face.key().reference()),
            face.createdAt(),
            presentation);
    return switch (add.add(command)) {
      case Addition.Added kept -> new Enrolled();
      case Addition.NotAcquired none -> noFace();
      case Addition.NotLive attack -> throw notAsked();
      case Addition.NoRoom(int most) ->
          new Rejected(
              Reason.TOO_MANY_FACES,
              "The person has %d faces, and may not have more.".formatted(most));
    };
  }

  static Rejected noFace() {
    return new Rejected(Reason.NO_FACE, "No face was found in the image.");
  }

  private static IllegalStateException notAsked() {
    return new IllegalStateException("liveness was not asked for");
  }
}
