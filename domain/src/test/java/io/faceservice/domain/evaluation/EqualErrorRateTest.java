package io.faceservice.domain.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

final class EqualErrorRateTest {

  @Test
  void isTheRateWhereBothCurvesMeet() {
    var trials = Trials.of(List.of(0.9, 0.4, 0.8, 0.7), List.of(0.3, 0.6, 0.2, 0.5));

    EqualErrorRate rate = trials.equalErrorRate();

    assertThat(rate.value()).isEqualTo(0.25);
    assertThat(rate.threshold().value()).isCloseTo(0.55, within(1e-12));
  }

  @Test
  void isInterpolatedWhereTheCurvesCrossBetweenSteps() {
    // (FMR, FNMR) is (1/2, 1/3) at 0.55 and (0, 1/3) at 0.65: they cross a third of the way
    var trials = Trials.of(List.of(0.9, 0.7, 0.5), List.of(0.6, 0.2));

    EqualErrorRate rate = trials.equalErrorRate();

    assertThat(rate.value()).isCloseTo(1.0 / 3, within(1e-12));
    assertThat(rate.threshold().value()).isCloseTo(0.55 + 0.1 / 3, within(1e-12));
    assertThat(rate.trials()).isEqualTo(2);
  }

  @Test
  void isZeroForSeparatedScoresAndLiesInTheirGap() {
    EqualErrorRate rate = Trials.of(List.of(0.8, 0.9), List.of(0.1, 0.4)).equalErrorRate();

    assertThat(rate.value()).isZero();
    assertThat(rate.threshold().value()).isCloseTo(0.6, within(1e-12));
    assertThat(rate.interval().low()).isZero();
    assertThat(rate.interval().high()).isCloseTo(0.6576, within(5e-5));
  }

  @Test
  void isOneHalfWhenScoresTellNothing() {
    assertThat(Trials.of(List.of(0.5), List.of(0.5)).equalErrorRate().value()).isEqualTo(0.5);
    assertThat(Trials.of(List.of(1.0), List.of(1.0)).equalErrorRate().value()).isEqualTo(0.5);
  }

  @Test
  void isOneWhenScoresAreUpsideDown() {
    assertThat(Trials.of(List.of(0.1), List.of(0.9)).equalErrorRate().value()).isEqualTo(1);
  }
}
