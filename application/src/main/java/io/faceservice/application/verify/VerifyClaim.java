package io.faceservice.application.verify;

import io.faceservice.application.compare.CompareFaces;
import io.faceservice.application.compare.Presentation;
import io.faceservice.application.compare.Reference;
import io.faceservice.application.verify.Claim.OfImage;
import io.faceservice.application.verify.Claim.OfSubject;
import io.faceservice.application.verify.Verification.Checked;
import io.faceservice.application.verify.Verification.NotEnrolled;
import io.faceservice.domain.biometric.FaceImage;
import io.faceservice.domain.biometric.SubjectKey;

/** Decides whether the one before the camera is who they claim to be. */
public final class VerifyClaim {
  private final CompareFaces faces;
  private final ClaimedReferences references;

  public VerifyClaim(CompareFaces faces, ClaimedReferences references) {
    this.faces = faces;
    this.references = references;
  }

  /**
   * Verifies. No picture is looked at for a claim of somebody who is not enrolled.
   *
   * @throws io.faceservice.domain.biometric.InvalidInputException if a picture is none
   * @throws io.faceservice.application.port.BackendException if inference or the lookup fails
   */
  public Verification verify(Claim claim, Presentation presentation) {
    return switch (claim) {
      case OfImage(FaceImage image) ->
          new Checked(faces.compare(new Reference.Photo(image), presentation));
      case OfSubject(SubjectKey subject) -> verify(subject, presentation);
    };
  }

  private Verification verify(SubjectKey subject, Presentation presentation) {
    var templates = references.of(subject);
    return templates.isEmpty()
        ? new NotEnrolled(subject)
        : new Checked(faces.compare(new Reference.Enrolled(templates), presentation));
  }
}
