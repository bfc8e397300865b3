package io.faceservice.vectorstore.embedded;

import io.faceservice.application.port.Gallery;
import io.faceservice.application.testkit.GalleryContract;
import io.faceservice.domain.biometric.ModelId;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

final class ExactGalleryTest extends GalleryContract {
  @TempDir Path directory;

  @Override
  protected Gallery newGallery(ModelId model, int dimension) {
    return new ExactGallery(directory, model, dimension);
  }
}
