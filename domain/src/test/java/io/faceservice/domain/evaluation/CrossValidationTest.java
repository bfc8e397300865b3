package io.faceservice.domain.evaluation;

import static io.faceservice.domain.evaluation.Trials.genuine;
import static io.faceservice.domain.evaluation.Trials.impostor;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class CrossValidationTest {

  @Test
  void judgesEachFoldByTheThresholdOfTheOthers() {
    List<VerificationTrial> first = List.of(genuine(0.8), impostor(0.55)); // of itself: 0.675
    List<VerificationTrial> second = List.of(genuine(0.7), impostor(0.3)); // of itself: 0.5

    var validation = CrossValidation.of(List.of(first, second)).orElseThrow();

    assertThat(validation.folds().get(0).threshold().value()).isCloseTo(0.5, within(1e-12));
    assertThat(validation.folds().get(0).accuracy()).isEqualTo(new Proportion(1, 2));
    assertThat(validation.folds().get(1).threshold().value()).isCloseTo(0.675, within(1e-12));
    assertThat(validation.folds().get(1).accuracy()).isEqualTo(new Proportion(2, 2));
    assertThat(validation.mean()).isEqualTo(0.75);
    assertThat(validation.standardDeviation()).isCloseTo(Math.sqrt(0.125), within(1e-12));
  }

  @Test
  void dealsGenuineAndImpostorTrialsOutInTurn() {
    var trials =
        List.of(
            genuine(0.91),
            genuine(0.92),
            genuine(0.93),
            impostor(0.11),
            genuine(0.94),
            impostor(0.12),
            impostor(0.13));

    assertThat(CrossValidation.stratified(trials, 2))
        .containsExactly(
            List.of(genuine(0.91), genuine(0.93), impostor(0.11), impostor(0.13)),
            List.of(genuine(0.92), genuine(0.94), impostor(0.12)));
  }

  @Test
  void isNotStatedWhenAFoldLacksAKind() {
    var nineOfEach =
        Stream.iterate(0, i -> i < 9, i -> i + 1)
            .flatMap(i -> Stream.of(genuine(0.9), impostor(0.1)))
            .toList();

    assertThat(CrossValidation.of(CrossValidation.stratified(nineOfEach, 10))).isEmpty();
    assertThat(CrossValidation.of(CrossValidation.stratified(nineOfEach, 9))).isPresent();
    assertThat(CrossValidation.of(List.of(nineOfEach))).isEmpty();
  }
}
