package io.faceservice.application.testkit;

import io.faceservice.application.port.ImageStore;

final class InMemoryImageStoreTest extends ImageStoreContract {
  private final InMemoryEnrolments storage = new InMemoryEnrolments();

  @Override
  protected ImageStore newBackend() {
    return new InMemoryImageStore(storage);
  }
}
