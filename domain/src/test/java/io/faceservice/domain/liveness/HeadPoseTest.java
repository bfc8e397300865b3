package io.faceservice.domain.liveness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.faceservice.domain.biometric.FacialLandmarks;
import io.faceservice.domain.biometric.FacialLandmarks.Scheme;
import io.faceservice.domain.biometric.Point;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

final class HeadPoseTest {
  private static final double TOLERANCE = 1e-6;

  @ParameterizedTest
  @CsvSource({
    "0, 0, 0",
    "25, 0, 0",
    "-25, 0, 0",
    "0, 40, 0",
    "0, -40, 0",
    "0, 0, 30",
    "0, 0, -30",
    "12, -33, 8",
    "-18, 21, -40",
    "10, 70, 5",
    "-5, 15, 170"
  })
  void measuresTheTurnOfTheModelHead(double pitch, double yaw, double roll) {
    for (Scheme scheme : Scheme.values()) {
      HeadPose pose = HeadPose.of(projected(scheme, pitch, yaw, roll, 7.3, 0));

      assertThat(pose.pitch()).isCloseTo(pitch, within(TOLERANCE));
      assertThat(pose.yaw()).isCloseTo(yaw, within(TOLERANCE));
      assertThat(pose.roll()).isCloseTo(roll, within(TOLERANCE));
    }
  }

  @ParameterizedTest
  @EnumSource(Scheme.class)
  void keepsWithinTwoDegreesWhenPointsAreOffByHalfAPercentOfTheFace(Scheme scheme) {
    // A face of 1000 pixels between the outer corners of its eyes, each point 5 pixels off.
    HeadPose pose = HeadPose.of(projected(scheme, -14, 22, 6, 112, 5));

    assertThat(pose.pitch()).isCloseTo(-14, within(2.0));
    assertThat(pose.yaw()).isCloseTo(22, within(2.0));
    assertThat(pose.roll()).isCloseTo(6, within(2.0));
  }

  @Test
  void countsTheNoseTowardsTheLowerEdgeAsLookingDown() {
    HeadPose pose = HeadPose.of(withNose(new Point(50, 75)));

    assertThat(pose.pitch()).isGreaterThan(5);
    assertThat(pose.yaw()).isCloseTo(0, within(TOLERANCE));
  }

  @Test
  void countsTheNoseTowardsTheUpperEdgeAsLookingUp() {
    assertThat(HeadPose.of(withNose(new Point(50, 52))).pitch()).isLessThan(-5);
  }

  @Test
  void countsTheNoseTowardsTheLeftEdgeAsPositiveYaw() {
    assertThat(HeadPose.of(withNose(new Point(40, 63))).yaw()).isGreaterThan(5);
    assertThat(HeadPose.of(withNose(new Point(60, 63))).yaw()).isLessThan(-5);
  }

  @Test
  void countsAClockwiseTiltAsPositiveRoll() {
    FacialLandmarks tilted =
        new FacialLandmarks(
            Scheme.FIVE,
            List.of(
                new Point(30, 35),
                new Point(70, 45),
                new Point(48, 63),
                new Point(28, 78),
                new Point(63, 87)));

    assertThat(HeadPose.of(tilted).roll()).isBetween(10.0, 18.0);
  }

  /** The places that face alignment moves a frontal face's five points to, on 112 × 112 pixels. */
  @Test
  void seesThePoseOfAnAlignedFrontalFaceAsNearlyZero() {
    FacialLandmarks frontal =
        new FacialLandmarks(
            Scheme.FIVE,
            List.of(
                new Point(38.2946, 51.6963),
                new Point(73.5318, 51.5014),
                new Point(56.0252, 71.7366),
                new Point(41.5493, 92.3655),
                new Point(70.7299, 92.2041)));

    HeadPose pose = HeadPose.of(frontal);

    assertThat(pose.pitch()).isCloseTo(0, within(8.0));
    assertThat(pose.yaw()).isCloseTo(0, within(3.0));
    assertThat(pose.roll()).isCloseTo(0, within(1.0));
  }

  @Test
  void seesNoTurnInPointsOnOneLine() {
    var line = Collections.nCopies(5, new Point(3, 3));

    HeadPose pose = HeadPose.of(new FacialLandmarks(Scheme.FIVE, line));

    assertThat(pose.pitch()).isCloseTo(0, within(TOLERANCE));
    assertThat(pose.yaw()).isCloseTo(0, within(TOLERANCE));
    assertThat(pose.roll()).isCloseTo(0, within(TOLERANCE));
  }

  private static FacialLandmarks withNose(Point nose) {
    return new FacialLandmarks(
        Scheme.FIVE,
        List.of(new Point(30, 40), new Point(70, 40), nose, new Point(32, 82), new Point(68, 82)));
  }

  /** The model head, turned about x, then y, then z, scaled, moved, and its depth dropped. */
  private static FacialLandmarks projected(
      Scheme scheme, double pitch, double yaw, double roll, double scale, double noise) {
    HeadModel model = HeadModel.of(scheme);
    double[][] head = model.points();
    Random random = new Random(20260101);
    Point[] points = new Point[scheme.size()];
    Arrays.fill(points, new Point(0, 0));
    for (int i = 0; i < head.length; i++) {
      double[] turned = turned(turned(turned(head[i], 1, 2, pitch), 2, 0, yaw), 0, 1, roll);
      points[model.indices()[i]] =
          new Point(
              320 + scale * turned[0] + noise * (random.nextBoolean() ? 1 : -1),
              240 + scale * turned[1] + noise * (random.nextBoolean() ? 1 : -1));
    }
    return new FacialLandmarks(scheme, List.of(points));
  }

  /** Turns the axis {@code from} towards the axis {@code to}. */
  private static double[] turned(double[] point, int from, int to, double degrees) {
    double cos = Math.cos(Math.toRadians(degrees));
    double sin = Math.sin(Math.toRadians(degrees));
    double[] turned = point.clone();
    turned[from] = cos * point[from] - sin * point[to];
    turned[to] = sin * point[from] + cos * point[to];
    return turned;
  }
}
