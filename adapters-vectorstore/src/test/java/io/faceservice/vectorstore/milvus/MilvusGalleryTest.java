package io.faceservice.vectorstore.milvus;

import io.faceservice.application.port.Gallery;
import io.faceservice.application.testkit.GalleryContract;
import io.faceservice.domain.biometric.ModelId;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;

@Tag("namespaces")
final class MilvusGalleryTest extends GalleryContract {
  private static final MilvusProcess SERVER = new StandaloneMilvus(false);
  private final MilvusUnderTest milvus = MilvusUnderTest.on(SERVER);

  @BeforeAll
  static void start() {
    SERVER.start();
  }

  @Override
  protected Gallery newGallery(ModelId model, int dimension) {
    return milvus.gallery(model, dimension);
  }

  @AfterEach
  void drop() {
    milvus.drop();
  }

  @AfterAll
  static void stop() {
    SERVER.close();
  }
}
