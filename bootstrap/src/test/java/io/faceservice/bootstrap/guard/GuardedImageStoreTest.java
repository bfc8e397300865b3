package io.faceservice.bootstrap.guard;

import io.faceservice.application.port.ImageStore;
import io.faceservice.application.testkit.ImageStoreContract;
import io.faceservice.application.testkit.InMemoryEnrolments;
import io.faceservice.application.testkit.InMemoryImageStore;
import io.faceservice.domain.biometric.ModelId;

final class GuardedImageStoreTest extends ImageStoreContract {
  private final InMemoryEnrolments storage = new InMemoryEnrolments();

  @Override
  protected ImageStore newStore(ModelId model) {
    return new GuardedImageStore(new InMemoryImageStore(storage, model), Guards.remote());
  }
}
