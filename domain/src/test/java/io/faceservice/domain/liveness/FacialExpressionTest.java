package io.faceservice.domain.liveness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.faceservice.domain.biometric.FacialLandmarks;
import io.faceservice.domain.biometric.FacialLandmarks.Scheme;
import io.faceservice.domain.biometric.Point;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

final class FacialExpressionTest {

  @Test
  void measuresWidthOverHeightOfTheMoreClosedEye() {
    assertThat(FacialExpression.of(face(10, 2, 0)).eyeRatio()).isCloseTo(15, within(1e-9));
    assertThat(FacialExpression.of(face(10, 10, 0)).eyeRatio()).isCloseTo(3, within(1e-9));
  }

  @Test
  void staysFiniteForAnEyeThatIsQuiteShut() {
    assertThat(FacialExpression.of(face(10, 0, 0)).eyeRatio()).isGreaterThan(100).isFinite();
  }

  @Test
  void measuresHeightOverWidthOfTheInnerLips() {
    assertThat(FacialExpression.of(face(10, 10, 32)).mouthRatio()).isCloseTo(0.8, within(1e-9));
    assertThat(FacialExpression.of(face(10, 10, 0)).mouthRatio()).isZero();
  }

  @Test
  void measuresTheSameOnAnySize() {
    FacialExpression small = FacialExpression.of(face(10, 4, 20));
    FacialExpression scaled = FacialExpression.of(scaled(face(10, 4, 20), 7));

    assertThat(scaled.eyeRatio()).isCloseTo(small.eyeRatio(), within(1e-9));
    assertThat(scaled.mouthRatio()).isCloseTo(small.mouthRatio(), within(1e-9));
  }

  @Test
  void needsSixtyEightPoints() {
    FacialLandmarks five =
        new FacialLandmarks(Scheme.FIVE, Collections.nCopies(5, new Point(0, 0)));

    assertThatIllegalArgumentException().isThrownBy(() -> FacialExpression.of(five));
  }

  /** Eyes 30 wide, inner lips 40 wide, opened as far as given. */
  private static FacialLandmarks face(double leftEye, double rightEye, double mouth) {
    List<Point> points = new ArrayList<>(Collections.nCopies(68, new Point(0, 0)));
    eye(points, 36, leftEye);
    eye(points, 42, rightEye);
    points.set(60, new Point(0, 0));
    points.set(64, new Point(40, 0));
    for (int i = 0; i < 3; i++) {
      points.set(61 + i, new Point(10 + 10.0 * i, -mouth / 2));
      points.set(67 - i, new Point(10 + 10.0 * i, mouth / 2));
    }
    return new FacialLandmarks(Scheme.IBUG_68, points);
  }

  private static void eye(List<Point> points, int first, double height) {
    points.set(first, new Point(0, 0));
    points.set(first + 1, new Point(10, -height / 2));
    points.set(first + 2, new Point(20, -height / 2));
    points.set(first + 3, new Point(30, 0));
    points.set(first + 4, new Point(20, height / 2));
    points.set(first + 5, new Point(10, height / 2));
  }

  private static FacialLandmarks scaled(FacialLandmarks landmarks, double scale) {
    return new FacialLandmarks(
        landmarks.scheme(),
        landmarks.points().stream().map(p -> new Point(scale * p.x(), scale * p.y())).toList());
  }
}
