package io.faceservice.application.verify;

import io.faceservice.domain.biometric.FaceTemplate;
import io.faceservice.domain.biometric.SubjectKey;
import java.util.List;

/** What is kept of the subject somebody claims to be. */
@FunctionalInterface
public interface ClaimedReferences {

  /**
   * Returns the subject's templates; none if nobody is enrolled under that identifier.
   *
   * @throws io.faceservice.application.port.BackendException if they cannot be read
   */
  List<FaceTemplate> of(SubjectKey subject);
}
