package io.faceservice.inference;

import static org.assertj.core.api.Assertions.assertThat;

import io.faceservice.application.port.FaceDetector.Search;
import io.faceservice.domain.biometric.FaceTemplate;
import io.faceservice.domain.biometric.Pixels;
import io.faceservice.inference.install.SampleSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

final class SamplePhotosTest {

  @Test
  void showOnePersonInEachPortraitAndTheSameOneWhereTheLettersAgree() {
    Map<String, FaceTemplate> templates = templates();

    templates.forEach(
        (one, probe) ->
            templates.forEach(
                (other, reference) -> {
                  double cosine = probe.embedding().cosine(reference.embedding());
                  if (person(one).equals(person(other))) {
                    assertThat(cosine).as("%s and %s", one, other).isGreaterThan(0.5);
                  } else {
                    assertThat(cosine).as("%s and %s", one, other).isLessThan(0.4);
                  }
                }));
  }

  private static Map<String, FaceTemplate> templates() {
    Map<String, FaceTemplate> templates = new LinkedHashMap<>();
    try (FaceModels models = InstalledPack.load()) {
      for (String name : new TreeSet<>(SampleSet.bundled().portraits().keySet())) {
        Pixels pixels = SamplePhotos.portraitPixels(name);
        var faces = models.detector().detect(pixels, Search.EVERY_FACE);
        assertThat(faces).as(name).hasSize(1);
        var landmarks = models.landmarker().landmarks(pixels, faces.getFirst());
        templates.put(name, models.encoder().encode(pixels, landmarks));
      }
    }
    return templates;
  }

  private static String person(String portrait) {
    return portrait.substring(0, portrait.lastIndexOf('-'));
  }
}
