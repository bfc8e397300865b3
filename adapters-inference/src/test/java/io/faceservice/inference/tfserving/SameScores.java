package io.faceservice.inference.tfserving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.faceservice.application.port.FaceDetector.Search;
import io.faceservice.domain.biometric.Box;
import io.faceservice.domain.biometric.DetectedFace;
import io.faceservice.domain.biometric.FaceTemplate;
import io.faceservice.domain.biometric.Pixels;
import io.faceservice.domain.compare.Similarity;
import io.faceservice.inference.FaceModels;
import io.faceservice.inference.InstalledPack;
import java.util.ArrayList;
import java.util.List;

/** Holds what a server makes of the default pack to what ONNX Runtime makes of it. */
final class SameScores {
  private static final double LEAST = 1e-3;
  private static final double MATCH = 0.70;

  /** What one engine made of one picture. */
  private record Look(FaceTemplate template, double padScore, Box box) {}

  private SameScores() {}

  /** More than two hundred pairs get the same scores and decisions. */
  static void assertSame(String target) {
    List<Pixels> pictures = CroppedPortraits.all();
    List<Look> onnx;
    List<Look> serving;
    try (FaceModels models = InstalledPack.load()) {
      onnx = looks(models, pictures);
    }
    try (FaceModels models = InstalledPack.load(Options.engine(target))) {
      serving = looks(models, pictures);
    }

    int pairs = 0;
    for (int i = 0; i < pictures.size(); i++) {
      assertThat(serving.get(i).padScore()).isCloseTo(onnx.get(i).padScore(), within(LEAST));
      assertThat(serving.get(i).box().overlap(onnx.get(i).box())).isGreaterThan(0.99);
      for (int j = 0; j < i; j++) {
        double here = score(onnx, i, j);
        double there = score(serving, i, j);
        assertThat(there).isCloseTo(here, within(LEAST));
        assertThat(there >= MATCH).isEqualTo(here >= MATCH);
        pairs++;
      }
    }
    assertThat(pairs).isGreaterThanOrEqualTo(200);
  }

  private static double score(List<Look> looks, int i, int j) {
    return Similarity.of(looks.get(i).template(), looks.get(j).template()).value();
  }

  private static List<Look> looks(FaceModels models, List<Pixels> pictures) {
    models.prepare();
    List<Look> looks = new ArrayList<>();
    for (Pixels pixels : pictures) {
      DetectedFace face = models.detector().detect(pixels, Search.CHOSEN_FACE).getFirst();
      looks.add(
          new Look(
              models.encoder().encode(pixels, models.landmarker().landmarks(pixels, face)),
              models.presentationAttackDetector().score(pixels, face).value(),
              face.box()));
    }
    return looks;
  }
}
