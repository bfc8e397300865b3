package io.faceservice.domain.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.faceservice.domain.biometric.Embedding;
import io.faceservice.domain.biometric.FaceTemplate;
import io.faceservice.domain.biometric.ModelId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class SimilarityTest {

  @ParameterizedTest
  @CsvSource({"-1, 0", "0, 0.5", "0.4, 0.7", "1, 1", "1.0000001, 1", "-1.0000001, 0"})
  void mapsCosinesToZeroToOne(double cosine, double score) {
    assertThat(Similarity.ofCosine(cosine).value()).isCloseTo(score, within(1e-12));
  }

  @Test
  void knowsItsCosine() {
    assertThat(new Similarity(0.7).cosine()).isCloseTo(0.4, within(1e-12));
  }

  @ParameterizedTest
  @ValueSource(doubles = {-0.001, 1.001, Double.NaN})
  void refusesWhatIsNoScore(double value) {
    assertThatIllegalArgumentException().isThrownBy(() -> new Similarity(value));
  }

  @Test
  void reachesItsOwnValue() {
    assertThat(new Similarity(0.7).atLeast(new Similarity(0.7))).isTrue();
    assertThat(new Similarity(0.6999).atLeast(new Similarity(0.7))).isFalse();
  }

  @Test
  void takesTheNearestOfSomeReferences() {
    FaceTemplate probe = template(1, 0);

    assertThat(Similarity.ofNearest(probe, List.of(template(0, 1), template(1, 0))).value())
        .isEqualTo(1);
    assertThatIllegalArgumentException().isThrownBy(() -> Similarity.ofNearest(probe, List.of()));
  }

  private static FaceTemplate template(float x, float y) {
    return new FaceTemplate(new ModelId("test-1"), Embedding.normalised(new float[] {x, y}));
  }
}
