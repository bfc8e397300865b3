package io.faceservice.domain.biometric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

final class PointTest {

  @Test
  void measuresDistances() {
    assertThat(new Point(1, 1).distanceTo(new Point(4, 5))).isEqualTo(5);
  }

  @Test
  void averages() {
    assertThat(Point.mean(new Point(0, 0), new Point(4, 2))).isEqualTo(new Point(2, 1));
  }

  @Test
  void refusesWhatIsNotFinite() {
    assertThatIllegalArgumentException().isThrownBy(() -> new Point(Double.NaN, 0));
    assertThatIllegalArgumentException().isThrownBy(() -> new Point(0, Double.POSITIVE_INFINITY));
  }
}
