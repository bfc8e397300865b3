package io.faceservice.application.testkit;

import io.faceservice.application.port.ImageStore;
import io.faceservice.domain.biometric.ModelId;

final class InMemoryImageStoreTest extends ImageStoreContract {
  private final InMemoryEnrolments storage = new InMemoryEnrolments();

  @Override
  protected ImageStore newStore(ModelId model) {
    return new InMemoryImageStore(storage, model);
  }
}
