package io.faceservice.domain.biometric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class EmbeddingTest {

  @Test
  void scalesToUnitLength() {
    assertThat(Embedding.normalised(new float[] {3, 4}).toArray()).containsExactly(0.6f, 0.8f);
  }

  @Test
  void refusesWhatHasNoDirection() {
    assertThatIllegalArgumentException().isThrownBy(() -> Embedding.normalised(new float[0]));
    assertThatIllegalArgumentException().isThrownBy(() -> Embedding.normalised(new float[3]));
  }

  @ParameterizedTest
  @ValueSource(floats = {Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY})
  void refusesWhatIsNotFinite(float value) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Embedding.normalised(new float[] {1, value}));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 30, 60, 90, 135, 180})
  void comparesByTheCosineOfTheAngle(int degrees) {
    double angle = Math.toRadians(degrees);
    Embedding one = Embedding.normalised(new float[] {7, 0});
    Embedding other =
        Embedding.normalised(new float[] {(float) Math.cos(angle), (float) Math.sin(angle)});

    assertThat(one.cosine(other)).isCloseTo(Math.cos(angle), within(1e-6));
  }

  @Test
  void doesNotCompareWithAnotherDimension() {
    Embedding two = Embedding.normalised(new float[] {1, 0});
    Embedding three = Embedding.normalised(new float[] {1, 0, 0});

    assertThatIllegalArgumentException().isThrownBy(() -> two.cosine(three));
  }

  @Test
  void copiesInAndOut() {
    float[] raw = {3, 4};
    Embedding embedding = Embedding.normalised(raw);
    raw[0] = 99;
    embedding.toArray()[0] = 99;

    assertThat(embedding).isEqualTo(Embedding.normalised(new float[] {3, 4}));
  }

  @Test
  void printsItsSizeAndNeverItsContent() {
    assertThat(Embedding.normalised(new float[] {3, 4})).hasToString("Embedding[2]");
  }
}
