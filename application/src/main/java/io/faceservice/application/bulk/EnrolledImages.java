package io.faceservice.application.bulk;

import io.faceservice.application.port.ImageStore;
import io.faceservice.application.port.enrolment.EnrolledFace;
import io.faceservice.application.port.enrolment.Evidence;
import io.faceservice.domain.biometric.CreatedAt;
import io.faceservice.domain.biometric.FaceImage;
import io.faceservice.domain.biometric.ModelId;
import io.faceservice.domain.biometric.ReferenceKey;
import java.util.Arrays;
import java.util.Optional;

/**
 * Knows from the record what an import need not do again, so that an interrupted one is resumed
 * without a note of its own.
 */
public final class EnrolledImages {
  private final ImageStore store;
  private final ModelId model;

  /**
   * @param model the pack whose templates are searched
   */
  public EnrolledImages(ImageStore store, ModelId model) {
    this.store = store;
    this.model = model;
  }

  /** Whether this very image is the face's current version, with a template that is searched. */
  boolean hold(ReferenceKey key, CreatedAt createdAt, FaceImage image) {
    Optional<EnrolledFace> face = store.current(key);
    if (face.isEmpty()
        || !face.get().reference().template().model().equals(model)
        || !face.get().reference().createdAt().equals(createdAt)) {
      return false;
    }
    return store
        .evidence(key, face.get().version())
        .map(Evidence::image)
        .filter(kept -> kept.size() == image.size())
        .filter(kept -> Arrays.equals(kept.toArray(), image.toArray()))
        .isPresent();
  }
}
