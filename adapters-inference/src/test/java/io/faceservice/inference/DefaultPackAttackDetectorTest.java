package io.faceservice.inference;

import io.faceservice.application.port.FaceDetector.Search;
import io.faceservice.application.port.PresentationAttackDetector;
import io.faceservice.application.testkit.PresentationAttackDetectorContract;
import io.faceservice.domain.biometric.DetectedFace;
import io.faceservice.domain.biometric.Pixels;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class DefaultPackAttackDetectorTest extends PresentationAttackDetectorContract {
  private final FaceModels models = InstalledPack.load();
  private final Pixels portrait = SamplePhotos.portraitPixels("person-b-1");
  private final DetectedFace face =
      models.detector().detect(portrait, Search.CHOSEN_FACE).getFirst();

  @AfterAll
  void close() {
    models.close();
  }

  @Override
  protected PresentationAttackDetector detector() {
    return models.presentationAttackDetector();
  }

  @Override
  protected Pixels portrait() {
    return portrait;
  }

  @Override
  protected DetectedFace face() {
    return face;
  }
}
