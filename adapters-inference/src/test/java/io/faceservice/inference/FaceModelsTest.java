package io.faceservice.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.faceservice.application.port.BackendException;
import io.faceservice.application.port.FaceDetector.Search;
import io.faceservice.domain.biometric.Box;
import io.faceservice.domain.biometric.DetectedFace;
import io.faceservice.domain.biometric.FacialLandmarks;
import io.faceservice.domain.biometric.FacialLandmarks.Scheme;
import io.faceservice.domain.biometric.Pixels;
import io.faceservice.domain.biometric.Point;
import io.faceservice.inference.install.Catalogue;
import io.faceservice.inference.pack.Manifests;
import io.faceservice.inference.pack.ModelPack;
import io.faceservice.inference.tensor.Tensor;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Packs other than the default, with models that answer by script. */
final class FaceModelsTest {
  private static final Pixels PICTURE = Pixels.ofRgb(128, 64, new byte[128 * 64 * 3]);
  private static final DetectedFace FACE =
      new DetectedFace(new Box(40, 20, 60, 50), 0.9, List.of());

  private static Path folder(ModelPack pack) {
    return Path.of("models", pack.id().value());
  }

  private static FaceModels models(ModelPack pack, ScriptedEngine engine) {
    return new FaceModels(pack, FaceModelsTest::folder, engine, KnownEmbedders.inMemory());
  }

  /** One face: stride 16 of 64 x 32, cell (2, 1) at (32, 16), reaching from (22, 8) to (42, 22). */
  private static Map<String, Tensor> oneFace() {
    float[] scores = new float[8];
    float[] boxes = new float[8 * 4];
    float[] points = new float[8 * 10];
    float q = 0.25f;
    scores[6] = 0.9f;
    System.arraycopy(new float[] {0.625f, 0.5f, 0.625f, 0.375f}, 0, boxes, 6 * 4, 4);
    System.arraycopy(new float[] {-q, -q, q, -q, 0, 0, -q, q, q, q}, 0, points, 6 * 10, 10);
    return Map.of(
        "s", Tensor.of(scores, 8, 1), "b", Tensor.of(boxes, 8, 4), "k", Tensor.of(points, 8, 10));
  }

  private static ScriptedEngine whole() {
    return new ScriptedEngine()
        .answering("find.onnx", oneFace())
        .answering("encode.onnx", Map.of("out", Tensor.of(new float[] {3, 0, 4, 0}, 1, 4)));
  }

  @Test
  void mapsWhatALetterboxedDetectorSeesBackToThePicture() {
    ModelPack pack = Manifests.pack(Manifests.WHOLE, null);
    var models = models(pack, whole());

    // The picture is twice the input's size, so all is twice as far.
    DetectedFace face = models.detector().detect(PICTURE, Search.CHOSEN_FACE).getFirst();

    assertThat(face.box()).isEqualTo(new Box(44, 16, 84, 44));
    assertThat(face.keypoints().getFirst()).isEqualTo(new Point(56, 24));
    assertThat(face.keypoints().getLast()).isEqualTo(new Point(72, 40));
    assertThat(models.landmarker().landmarks(PICTURE, face).points()).isEqualTo(face.keypoints());
  }

  @Test
  void normalisesWhatTheEmbedderGives() {
    ModelPack pack = Manifests.pack(Manifests.WHOLE, null);
    var models = models(pack, whole());
    models.prepare();
    DetectedFace face = models.detector().detect(PICTURE, Search.CHOSEN_FACE).getFirst();
    FacialLandmarks landmarks = models.landmarker().landmarks(PICTURE, face);

    assertThat(models.encoder().encode(PICTURE, landmarks).embedding().toArray())
        .containsExactly(0.6f, 0, 0.8f, 0);
    assertThat(models.check().up()).isTrue();
  }

  @Test
  void takesEachModelFromThePackThatBringsIt() {
    ModelPack pack = Manifests.pack(Manifests.ATTACKS, Manifests.pack(Manifests.WHOLE, null));
    ScriptedEngine engine = attacks(whole());
    var models = models(pack, engine);

    assertThat(engine.loaded())
        .containsExactly(
            Path.of("models/whole-1/find.onnx"),
            Path.of("models/whole-1/encode.onnx"),
            Path.of("models/attacks-2/near.onnx"),
            Path.of("models/attacks-2/far.onnx"));
    assertThat(models.encoder().model().value()).isEqualTo("whole-1");
    models.close();
    assertThat(engine.closed()).hasSize(4);
  }

  /** Bona fide by one model at odds of 3 to 1, by the other at 1 to 1. */
  private static ScriptedEngine attacks(ScriptedEngine engine) {
    float odds = (float) Math.log(3);
    return engine
        .answering("near.onnx", Map.of("out", Tensor.of(new float[] {0, odds, -99}, 1, 3)))
        .answering("far.onnx", Map.of("out", Tensor.of(new float[] {5, 5, -99}, 1, 3)));
  }

  @Test
  void averagesWhatSeveralModelsSayOfAPresentation() {
    ModelPack pack = Manifests.pack(Manifests.ATTACKS, Manifests.pack(Manifests.WHOLE, null));
    var models = models(pack, attacks(whole()));

    assertThat(models.presentationAttackDetector().score(PICTURE, FACE).value())
        .isCloseTo((0.75 + 0.5) / 2, within(1e-6));
  }

  @Test
  void doesNotTakeAModelOfOneClassForOneThatIsSure() {
    var engine =
        new ScriptedEngine()
            .answering("fr_detect.onnx", Map.of())
            .answering("fr_landmark.onnx", Map.of())
            .answering("fr_feature.onnx", Map.of())
            .answering("fr_liveness.onnx", Map.of("output", Tensor.of(new float[] {5}, 1, 1)));
    var models = models(Catalogue.pack(Catalogue.DEFAULT), engine);

    assertThatThrownBy(() -> models.presentationAttackDetector().score(PICTURE, FACE))
        .isInstanceOf(BackendException.class)
        .hasMessageContaining("fr_liveness.onnx");
  }

  @Test
  void refusesToTellAttacksWithoutAModelForThem() {
    ModelPack pack = Manifests.pack(Manifests.WHOLE, null);
    var models = models(pack, whole());

    assertThatThrownBy(() -> models.presentationAttackDetector().score(PICTURE, FACE))
        .isInstanceOf(BackendException.class);
  }

  @Test
  void closesTheModelsItLoadedWhenALaterOneFails() {
    ModelPack pack = Manifests.pack(Manifests.WHOLE, null);
    var engine = new ScriptedEngine().answering("find.onnx", oneFace());

    assertThatThrownBy(() -> models(pack, engine)).isInstanceOf(BackendException.class);
    assertThat(engine.closed()).containsExactly("find.onnx");
  }

  @Test
  void tellsAnEmbedderOfAnotherDimension() {
    ModelPack pack = Manifests.pack(Manifests.WHOLE, null);
    ScriptedEngine engine =
        whole().answering("encode.onnx", Map.of("out", Tensor.of(new float[8], 1, 8)));
    var models = models(pack, engine);
    DetectedFace face = models.detector().detect(PICTURE, Search.CHOSEN_FACE).getFirst();
    FacialLandmarks landmarks = models.landmarker().landmarks(PICTURE, face);

    assertThatThrownBy(() -> models.encoder().encode(PICTURE, landmarks))
        .isInstanceOf(BackendException.class)
        .hasMessageContaining("4 values");
  }

  @Test
  void reads106LandmarksFromMinusOneToOneOverASquareOfOneAndAHalfTimesTheLongerSide() {
    // The box is 20 x 30 about (50, 35): the crop is 45 x 45 from (27.5, 12.5).
    float[] coordinates = new float[212];
    Arrays.fill(coordinates, -1);
    coordinates[2 * 86] = 0;
    coordinates[2 * 86 + 1] = 0.2f;
    coordinates[2 * 61] = 1;
    coordinates[2 * 61 + 1] = 1;
    var engine =
        whole()
            .answering("det_10g.onnx", Map.of())
            .answering("w600k_r50.onnx", Map.of())
            .answering("2d106det.onnx", Map.of("fc1", Tensor.of(coordinates, 1, 212)));
    var models = models(Catalogue.pack("buffalo_l"), engine);

    FacialLandmarks landmarks = models.landmarker().landmarks(PICTURE, FACE);

    assertThat(landmarks.scheme()).isEqualTo(Scheme.INSIGHT_106);
    assertThat(landmarks.leftEye()).isEqualTo(new Point(27.5, 12.5));
    assertThat(landmarks.nose().x()).isCloseTo(50, within(1e-5));
    assertThat(landmarks.nose().y()).isCloseTo(35 + 4.5, within(1e-5));
    assertThat(landmarks.rightMouthCorner()).isEqualTo(new Point(72.5, 57.5));
  }
}
