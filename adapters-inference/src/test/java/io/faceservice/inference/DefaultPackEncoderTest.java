package io.faceservice.inference;

import io.faceservice.application.port.FaceDetector.Search;
import io.faceservice.application.port.FaceEncoder;
import io.faceservice.application.testkit.FaceEncoderContract;
import io.faceservice.domain.biometric.FacialLandmarks;
import io.faceservice.domain.biometric.Pixels;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class DefaultPackEncoderTest extends FaceEncoderContract {
  private final FaceModels models = InstalledPack.load();
  private final Pixels portrait = SamplePhotos.portraitPixels("person-a-1");
  private final FacialLandmarks landmarks =
      models
          .landmarker()
          .landmarks(portrait, models.detector().detect(portrait, Search.CHOSEN_FACE).getFirst());

  @AfterAll
  void close() {
    models.close();
  }

  @Override
  protected FaceEncoder encoder() {
    return models.encoder();
  }

  @Override
  protected Pixels portrait() {
    return portrait;
  }

  @Override
  protected FacialLandmarks landmarks() {
    return landmarks;
  }
}
