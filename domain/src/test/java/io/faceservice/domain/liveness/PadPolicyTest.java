package io.faceservice.domain.liveness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class PadPolicyTest {
  private final PadPolicy policy = new PadPolicy(new PadScore(0.5));

  @Test
  void takesAPresentationForBonaFideFromTheThresholdOn() {
    assertThat(policy.decide(new PadScore(0.5))).isEqualTo(PadDecision.BONA_FIDE);
    assertThat(policy.decide(new PadScore(0.4999))).isEqualTo(PadDecision.ATTACK);
  }

  @ParameterizedTest
  @ValueSource(doubles = {-0.1, 1.1, Double.NaN})
  void knowsNoScoreOutsideZeroToOne(double value) {
    assertThatIllegalArgumentException().isThrownBy(() -> new PadScore(value));
  }
}
