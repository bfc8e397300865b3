package io.faceservice.domain.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ProportionTest {

  /** R. G. Newcombe, Statistics in Medicine 17 (1998), 857–872, table I, method 3. */
  @ParameterizedTest
  @CsvSource({
    "81,263,0.2553,0.3662",
    "15,148,0.0624,0.1605",
    "0,20,0,0.1611",
    "1,29,0.0061,0.1718"
  })
  void hasThePublishedWilsonIntervals(long count, long trials, double low, double high) {
    ConfidenceInterval interval = new Proportion(count, trials).interval();

    assertThat(interval.low()).isCloseTo(low, within(5e-5));
    assertThat(interval.high()).isCloseTo(high, within(5e-5));
  }

  @Test
  void neverClaimsCertaintyOnOneSideAlone() {
    assertThat(new Proportion(0, 500).interval().low()).isZero();
    assertThat(new Proportion(0, 500).interval().high()).isGreaterThan(0.007);
    assertThat(new Proportion(500, 500).interval().high()).isEqualTo(1);
    assertThat(new Proportion(500, 500).interval().low()).isLessThan(0.993);
  }

  @Test
  void refusesWhatNeverWasTried() {
    assertThatIllegalArgumentException().isThrownBy(() -> new Proportion(0, 0));
    assertThatIllegalArgumentException().isThrownBy(() -> new Proportion(3, 2));
    assertThatIllegalArgumentException().isThrownBy(() -> new Proportion(-1, 2));
  }

  @Test
  void countsTheRestAsItsComplement() {
    assertThat(new Proportion(3, 10).complement()).isEqualTo(new Proportion(7, 10));
  }
}
