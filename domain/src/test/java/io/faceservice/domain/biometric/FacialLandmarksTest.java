package io.faceservice.domain.biometric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.faceservice.domain.biometric.FacialLandmarks.Scheme;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class FacialLandmarksTest {

  @ParameterizedTest
  @EnumSource(Scheme.class)
  void hasAsManyPointsAsItsScheme(Scheme scheme) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new FacialLandmarks(scheme, numbered(scheme.size() - 1)));
    assertThat(new FacialLandmarks(scheme, numbered(scheme.size())).points())
        .hasSize(scheme.size());
  }

  @Test
  void namesFivePointsInTheirOrder() {
    assertThat(new FacialLandmarks(Scheme.FIVE, numbered(5)).five()).isEqualTo(numbered(5));
  }

  /** Point i lies at (i, -i), so that a mean of points shows which they were. */
  @Test
  void takesFivePointsFromSixtyEight() {
    assertThat(new FacialLandmarks(Scheme.IBUG_68, numbered(68)).five())
        .containsExactly(
            new Point(39, -39),
            new Point(45, -45),
            new Point(30, -30),
            new Point(54, -54),
            new Point(59, -59));
  }

  private static List<Point> numbered(int points) {
    return IntStream.range(0, points).mapToObj(i -> new Point(i, -i)).toList();
  }
}
