package io.faceservice.inference;

import io.faceservice.application.port.FaceDetector;
import io.faceservice.application.testkit.FaceDetectorContract;
import io.faceservice.domain.biometric.Pixels;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class DefaultPackDetectorTest extends FaceDetectorContract {
  private final FaceModels models = InstalledPack.load();
  private final Pixels group = SamplePhotos.photoPixels("sample3.jpg");

  @BeforeAll
  void prepare() {
    models.prepare();
  }

  @AfterAll
  void close() {
    models.close();
  }

  @Override
  protected FaceDetector detector() {
    return models.detector();
  }

  @Override
  protected Pixels group() {
    return group;
  }
}
