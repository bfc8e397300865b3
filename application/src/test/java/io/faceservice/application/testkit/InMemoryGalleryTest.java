package io.faceservice.application.testkit;

import io.faceservice.application.port.Gallery;
import io.faceservice.domain.biometric.ModelId;

final class InMemoryGalleryTest extends GalleryContract {
  private final InMemoryGallery.Storage storage = new InMemoryGallery.Storage();

  @Override
  protected Gallery newGallery(ModelId model, int dimension) {
    return new InMemoryGallery(storage, model, dimension);
  }
}
