package io.faceservice.domain.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.faceservice.domain.compare.Similarity;
import java.util.List;
import org.junit.jupiter.api.Test;

final class VerificationTrialsTest {
  private final VerificationTrials trials =
      Trials.of(List.of(0.9, 0.4, 0.8, 0.7), List.of(0.3, 0.6, 0.2, 0.5));

  @Test
  void countsErrorsAtAThreshold() {
    ErrorRates rates = trials.at(new Similarity(0.55));

    assertThat(rates.falseMatch()).isEqualTo(new Proportion(1, 4));
    assertThat(rates.falseNonMatch()).isEqualTo(new Proportion(1, 4));
    assertThat(rates.accuracy()).isEqualTo(new Proportion(6, 8));
  }

  @Test
  void matchesAScoreThatEqualsTheThreshold() {
    assertThat(trials.at(new Similarity(0.6)).falseMatch()).isEqualTo(new Proportion(1, 4));
    assertThat(trials.at(new Similarity(0.7)).falseNonMatch()).isEqualTo(new Proportion(1, 4));
  }

  @Test
  void summarisesTheScoresOfEachKind() {
    assertThat(trials.genuine().count()).isEqualTo(4);
    assertThat(trials.genuine().min()).isEqualTo(new Similarity(0.4));
    assertThat(trials.genuine().median()).isEqualTo(new Similarity(0.75));
    assertThat(trials.genuine().max()).isEqualTo(new Similarity(0.9));
    assertThat(trials.impostor().median()).isEqualTo(new Similarity(0.4));
  }

  @Test
  void takesTheMiddleScoreOfAnOddNumberAsTheMedian() {
    var three = Trials.of(List.of(0.9, 0.5, 0.6), List.of(0.1));

    assertThat(three.genuine().median()).isEqualTo(new Similarity(0.6));
  }

  @Test
  void findsTheMostAccurateThreshold() {
    ErrorRates best = trials.mostAccurate();

    assertThat(best.threshold().value()).isCloseTo(0.65, within(1e-12));
    assertThat(best.accuracy()).isEqualTo(new Proportion(7, 8));
  }

  @Test
  void prefersTheWidestGapAmongEquallyAccurateThresholds() {
    // one error at 0.35 (0.5 matches) and one at 0.7 (0.4 does not), in a gap four times as wide
    var tied = Trials.of(List.of(0.4, 0.9), List.of(0.3, 0.5));

    assertThat(tied.mostAccurate().accuracy()).isEqualTo(new Proportion(3, 4));
    assertThat(tied.mostAccurate().threshold().value()).isCloseTo(0.7, within(1e-12));
  }

  @Test
  void takesBothKinds() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> VerificationTrials.of(List.of(Trials.genuine(0.5))));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> VerificationTrials.of(List.of(Trials.impostor(0.5))));
  }

  @Test
  void separatesScoresThatDifferByOneUnitInTheLastPlace() {
    double score = 0.7;
    var close = Trials.of(List.of(Math.nextUp(score)), List.of(score));

    assertThat(close.mostAccurate().accuracy()).isEqualTo(new Proportion(2, 2));
  }
}
