package io.faceservice.application.browse;

import io.faceservice.application.port.ImageStore;
import io.faceservice.application.port.enrolment.Evidence;
import io.faceservice.domain.biometric.FaceImage;
import io.faceservice.domain.biometric.ReferenceKey;
import java.util.Optional;

/** Gives the picture that a version of a reference face was made of. */
public final class ShowImage {
  private final ImageStore store;

  public ShowImage(ImageStore store) {
    this.store = store;
  }

  /**
   * Returns the picture as it was received, or empty if that version is not kept.
   *
   * @throws io.faceservice.application.port.BackendException if the store fails
   */
  public Optional<FaceImage> show(ReferenceKey reference, int version) {
    return store.evidence(reference, version).map(Evidence::image);
  }
}
