package io.faceservice.application.browse;

import io.faceservice.application.port.ImageStore;
import io.faceservice.domain.biometric.ReferenceKey;
import java.util.Optional;

/** Tells what is kept of one reference face. */
public final class ShowFace {
  private final ImageStore store;

  public ShowFace(ImageStore store) {
    this.store = store;
  }

  /**
   * Returns the face, or empty if it is not enrolled.
   *
   * @throws io.faceservice.application.port.BackendException if the store fails
   */
  public Optional<KeptFace> show(ReferenceKey reference) {
    return Optional.of(store.versions(reference))
        .filter(versions -> !versions.isEmpty())
        .map(KeptFace::new);
  }
}
