package io.faceservice.domain.biometric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class StoredEmbeddingTest {

  @RepeatedTest(20)
  void aNormalisedVectorComesBackBitForBit(RepetitionInfo run) {
    var random = new Random(run.getCurrentRepetition());
    float[] raw = new float[512];
    for (int i = 0; i < raw.length; i++) {
      raw[i] = (float) random.nextGaussian();
    }
    Embedding made = Embedding.normalised(raw);
    assertThat(Embedding.ofUnit(made.toArray())).isEqualTo(made);
  }

  @ParameterizedTest
  @ValueSource(floats = {0, 0.99f, 1.01f, Float.NaN, Float.POSITIVE_INFINITY})
  void refusesAVectorOfAnotherLength(float length) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Embedding.ofUnit(new float[] {length, 0}));
  }
}
