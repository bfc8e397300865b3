package io.faceservice.inference.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.faceservice.domain.biometric.Pixels;
import io.faceservice.domain.biometric.Point;
import io.faceservice.inference.pack.InputSpec.Channels;
import io.faceservice.inference.pack.InputSpec.Layout;
import io.faceservice.inference.tensor.Tensor;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class FaceAlignerTest {
  private static final List<Point> TEMPLATE =
      List.of(
          new Point(38.2946, 51.6963),
          new Point(73.5318, 51.5014),
          new Point(56.0252, 71.7366),
          new Point(41.5493, 92.3655),
          new Point(70.7299, 92.2041));

  /** Turns by an angle, scales, then moves. */
  private record Motion(double angle, double scale, double right, double down) {
    static Motion random(Random random) {
      return new Motion(
          random.nextDouble(-Math.PI, Math.PI),
          random.nextDouble(0.2, 8),
          random.nextDouble(-500, 500),
          random.nextDouble(-500, 500));
    }

    Point apply(Point p) {
      double c = scale * Math.cos(angle);
      double s = scale * Math.sin(angle);
      return new Point(c * p.x() - s * p.y() + right, s * p.x() + c * p.y() + down);
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void findsHowATemplateWasTurnedScaledAndMoved(long seed) {
    Random random = new Random(seed);
    for (int i = 0; i < 500; i++) {
      Motion motion = Motion.random(random);
      List<Point> face = TEMPLATE.stream().map(motion::apply).toList();

      Affine found = FaceAligner.similarity(face, TEMPLATE);

      for (int p = 0; p < face.size(); p++) {
        Point back = mapped(found, face.get(p));
        assertThat(back.x()).isCloseTo(TEMPLATE.get(p).x(), within(1e-6));
        assertThat(back.y()).isCloseTo(TEMPLATE.get(p).y(), within(1e-6));
      }
      assertThat(found.scale() * motion.scale()).isCloseTo(1, within(1e-9));
    }
  }

  @Test
  void isNearerThanAnyOtherSimilarityWhereNoneFits() {
    Random random = new Random(4);
    List<Point> face =
        TEMPLATE.stream()
            .map(p -> new Point(p.x() + random.nextGaussian() * 5, p.y() + random.nextGaussian()))
            .toList();
    Affine best = FaceAligner.similarity(face, TEMPLATE);
    double least = distance(best, face);

    for (int i = 0; i < 200; i++) {
      double a = random.nextGaussian() * 0.01;
      double b = random.nextGaussian() * 0.01;
      double x = random.nextGaussian() * 0.5;
      double y = random.nextGaussian() * 0.5;
      Affine other =
          new Affine(
              best.xu() + a,
              best.xv() - b,
              best.x0() + x,
              best.yu() + b,
              best.yv() + a,
              best.y0() + y);
      assertThat(distance(other, face)).isGreaterThanOrEqualTo(least);
    }
  }

  private static Point mapped(Affine map, Point p) {
    return new Point(
        map.xu() * p.x() + map.xv() * p.y() + map.x0(),
        map.yu() * p.x() + map.yv() * p.y() + map.y0());
  }

  private static double distance(Affine map, List<Point> face) {
    double sum = 0;
    for (int i = 0; i < face.size(); i++) {
      double off = mapped(map, face.get(i)).distanceTo(TEMPLATE.get(i));
      sum += off * off;
    }
    return sum;
  }

  @Test
  void neverMirrors() {
    List<Point> mirrored = TEMPLATE.stream().map(p -> new Point(112 - p.x(), p.y())).toList();
    Affine found = FaceAligner.similarity(mirrored, TEMPLATE);
    assertThat(found.xu() * found.yv() - found.xv() * found.yu()).isPositive();
  }

  @Test
  void laysTheFeaturesWhereTheTemplateHasThem() {
    // A picture of 300 x 300, black but for a white disc of 9 pixels about each feature.
    var motion = new Motion(0.3, 1.7, 90, 20);
    List<Point> face = TEMPLATE.stream().map(motion::apply).toList();
    byte[] rgb = new byte[300 * 300 * Pixels.CHANNELS];
    for (int y = 0; y < 300; y++) {
      for (int x = 0; x < 300; x++) {
        Point here = new Point(x + 0.5, y + 0.5);
        if (face.stream().anyMatch(p -> p.distanceTo(here) < 9)) {
          Arrays.fill(rgb, 3 * (y * 300 + x), 3 * (y * 300 + x) + 3, (byte) 255);
        }
      }
    }
    var aligner = new FaceAligner(TEMPLATE, Inputs.plain(112, 112, Layout.NCHW, Channels.GREY));

    Tensor aligned = aligner.align(Pixels.ofRgb(300, 300, rgb), face);

    for (Point p : TEMPLATE) {
      int at = ((int) p.y()) * 112 + (int) p.x();
      assertThat(aligned.values()[at]).isCloseTo(255, within(0.1f));
    }
    assertThat(aligned.values()[20 * 112 + 56]).isZero();
  }

  @Test
  void refusesFeaturesOnOneSpot() {
    List<Point> spot = Collections.nCopies(5, new Point(3, 4));
    assertThatThrownBy(() -> FaceAligner.similarity(spot, TEMPLATE))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void goesBackTheWayItCame() {
    Affine map = new Affine(0.7, -1.2, 33, 1.2, 0.7, -8);
    Point there = mapped(map, new Point(12, 34));
    Point back = mapped(map.inverse(), there);
    assertThat(back.x()).isCloseTo(12, within(1e-9));
    assertThat(back.y()).isCloseTo(34, within(1e-9));
  }
}
