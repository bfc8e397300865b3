package io.faceservice.domain.compare;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class VerificationPolicyTest {
  private final VerificationPolicy policy = new VerificationPolicy(new Similarity(0.7));

  @Test
  void matchesFromTheThresholdOn() {
    assertThat(policy.decide(new Similarity(0.7))).isEqualTo(ComparisonDecision.MATCH);
    assertThat(policy.decide(new Similarity(0.95))).isEqualTo(ComparisonDecision.MATCH);
  }

  @Test
  void doesNotMatchBelowIt() {
    assertThat(policy.decide(new Similarity(0.69999))).isEqualTo(ComparisonDecision.NON_MATCH);
  }
}
