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
import io.faceservice.inference.SamplePhotos;
import io.faceservice.inference.install.SampleSet;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;

/** Holds what a server makes of the default pack to what ONNX Runtime makes of it. */
final class SameScores {
  private static final double LEAST = 1e-3;
  private static final double MATCH = 0.70;

  /** What one engine made of one face. */
  private record Look(FaceTemplate template, double padScore, Box box) {}

  private SameScores() {}

  /**
   * All pairs of the faces on the sample photos, as they are, get the same scores and decisions.
   */
  static void assertSame(String target) {
    List<Look> onnx;
    List<Look> serving;
    try (FaceModels models = InstalledPack.load()) {
      onnx = looks(models);
    }
    try (FaceModels models = InstalledPack.load(Options.engine(target))) {
      serving = looks(models);
    }

    assertThat(serving).hasSameSizeAs(onnx);
    int pairs = 0;
    for (int i = 0; i < onnx.size(); i++) {
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

  private static List<Look> looks(FaceModels models) {
    models.prepare();
    List<Look> looks = new ArrayList<>();
    for (String photo : new TreeSet<>(SampleSet.bundled().files().keySet())) {
      Pixels pixels = SamplePhotos.photoPixels(photo);
      models.detector().detect(pixels, Search.EVERY_FACE).stream()
          .sorted(Comparator.comparingDouble(face -> face.box().centre().x()))
          .map(face -> look(models, pixels, face))
          .forEach(looks::add);
    }
    return looks;
  }

  private static Look look(FaceModels models, Pixels pixels, DetectedFace face) {
    return new Look(
        models.encoder().encode(pixels, models.landmarker().landmarks(pixels, face)),
        models.presentationAttackDetector().score(pixels, face).value(),
        face.box());
  }
}
