package io.faceservice.vectorstore.opensearch;

import io.faceservice.application.port.Gallery;
import io.faceservice.application.testkit.GalleryContract;
import io.faceservice.domain.biometric.ModelId;
import org.junit.jupiter.api.Tag;

@Tag("backends")
final class OpenSearchGalleryTest extends GalleryContract {
  private final String index = TestSettings.freshIndex();

  @Override
  protected Gallery newGallery(ModelId model, int dimension) {
    return new OpenSearchGallery(
        TestSettings.of(RealOpenSearch.shared().port(), index), model, dimension);
  }
}
