package io.faceservice.application.browse;

import io.faceservice.application.port.ImageStore;
import io.faceservice.application.port.enrolment.EnrolledFace;
import io.faceservice.domain.biometric.SubjectKey;
import java.util.List;
import java.util.Optional;

/** Tells what is kept of a person. */
public final class ShowSubject {
  private final ImageStore store;
  private final ShowFace faces;

  public ShowSubject(ImageStore store, ShowFace faces) {
    this.store = store;
    this.faces = faces;
  }

  /**
   * Returns the person's reference faces, first enrolled first; none if nobody is enrolled under
   * this identifier. A face that is removed meanwhile is left out.
   *
   * @throws io.faceservice.application.port.BackendException if the store fails
   */
  public List<KeptFace> show(SubjectKey subject) {
    return store.current(subject).stream()
        .map(EnrolledFace::key)
        .map(faces::show)
        .flatMap(Optional::stream)
        .toList();
  }
}
