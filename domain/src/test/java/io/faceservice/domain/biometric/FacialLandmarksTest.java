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

  @Test
  void takesFivePointsFrom106AsInsightFaceNumbersThem() {
    assertThat(new FacialLandmarks(Scheme.INSIGHT_106, numbered(106)).five())
        .containsExactly(
            new Point(38, -38),
            new Point(88, -88),
            new Point(86, -86),
            new Point(52, -52),
            new Point(61, -61));
  }

  @Test
  void findsThe68PointsAmongThe106EachOnce() {
    FacialLandmarks found = new FacialLandmarks(Scheme.INSIGHT_106, numbered(106)).asIbug68();

    assertThat(found.scheme()).isEqualTo(Scheme.IBUG_68);
    assertThat(found.points()).doesNotHaveDuplicates();
    assertThat(found.points().get(8)).as("chin").isEqualTo(new Point(0, 0));
    assertThat(found.points().get(30)).as("tip of the nose").isEqualTo(new Point(86, -86));
    assertThat(found.points().get(36)).as("left eye's left corner").isEqualTo(new Point(35, -35));
    assertThat(found.points().get(45)).as("right eye's right corner").isEqualTo(new Point(93, -93));
    assertThat(found.points().get(48)).as("mouth's left corner").isEqualTo(new Point(52, -52));
    assertThat(found.points().get(54)).as("mouth's right corner").isEqualTo(new Point(61, -61));
  }

  @Test
  void leaves68PointsAsTheyAreAndRefusesToMakeThemOfFive() {
    FacialLandmarks landmarks = new FacialLandmarks(Scheme.IBUG_68, numbered(68));
    assertThat(landmarks.asIbug68()).isEqualTo(landmarks);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new FacialLandmarks(Scheme.FIVE, numbered(5)).asIbug68());
  }

  private static List<Point> numbered(int points) {
    return IntStream.range(0, points).mapToObj(i -> new Point(i, -i)).toList();
  }
}
