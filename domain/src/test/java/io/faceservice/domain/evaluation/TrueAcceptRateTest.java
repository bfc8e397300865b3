package io.faceservice.domain.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.faceservice.domain.evaluation.TrueAcceptRate.Measured;
import io.faceservice.domain.evaluation.TrueAcceptRate.OutOfReach;
import io.faceservice.domain.evaluation.TrueAcceptRate.TooFewImpostors;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;

final class TrueAcceptRateTest {
  private static final List<Double> GENUINE = List.of(0.45, 0.4975, 0.6, 0.7);

  @Test
  void isMeasuredAtTheLowestThresholdThatKeepsToTheRate() {
    // impostors score 0.005 … 0.500: one of them may match, so the threshold clears 0.495
    List<Double> impostor = IntStream.rangeClosed(1, 100).mapToObj(i -> i / 200.0).toList();

    var rate = Trials.of(GENUINE, impostor).trueAcceptRate(1e-2);

    assertThat(rate)
        .asInstanceOf(InstanceOfAssertFactories.type(Measured.class))
        .satisfies(
            measured -> {
              assertThat(measured.trueAccept()).isEqualTo(new Proportion(3, 4));
              assertThat(measured.rates().falseMatch()).isEqualTo(new Proportion(1, 100));
              assertThat(measured.rates().threshold().value()).isCloseTo(0.49625, within(1e-12));
            });
  }

  @Test
  void isNotStatedFromFewerImpostorsThanOneOverTheRate() {
    var trials = Trials.of(GENUINE, Collections.nCopies(999, 0.3));

    assertThat(trials.trueAcceptRate(1e-3)).isEqualTo(new TooFewImpostors(1e-3, 999, 1000));
    assertThat(trials.trueAcceptRate(1e-2)).isInstanceOf(Measured.class);
    assertThat(Trials.of(GENUINE, Collections.nCopies(1000, 0.3)).trueAcceptRate(1e-3))
        .isInstanceOf(Measured.class);
  }

  @Test
  void isOutOfReachWhenImpostorsHaveTheGreatestScore() {
    List<Double> impostor = IntStream.range(0, 100).mapToObj(i -> i < 2 ? 1.0 : 0.3).toList();

    assertThat(Trials.of(GENUINE, impostor).trueAcceptRate(1e-2))
        .isEqualTo(new OutOfReach(1e-2, new Proportion(2, 100)));
  }

  @Test
  void refusesARateThatIsNone() {
    var trials = Trials.of(GENUINE, List.of(0.3));

    assertThatIllegalArgumentException().isThrownBy(() -> trials.trueAcceptRate(0));
    assertThatIllegalArgumentException().isThrownBy(() -> trials.trueAcceptRate(1));
  }
}
