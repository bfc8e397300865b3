package io.faceservice.inference.decode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.faceservice.domain.biometric.Box;
import io.faceservice.domain.biometric.Point;
import io.faceservice.inference.tensor.Tensor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.DoubleUnaryOperator;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.DoubleStream;

/**
 * What the tests of all decoder families share: a face in pixels of the input as ground truth, and
 * tensors that are all background until an encoder writes one into them.
 */
final class Faces {
  private Faces() {}

  /**
   * Ground truth.
   *
   * @param box in pixels of the input
   * @param points five keypoints, in pixels of the input
   */
  record Truth(Box box, double score, List<Point> points) {

    /** The same face, told with another score. */
    Truth scored(double other) {
      return new Truth(box, other, points);
    }

    /** x, y of each keypoint, after some formula for either. */
    double[] points(DoubleUnaryOperator ofX, DoubleUnaryOperator ofY) {
      return points.stream()
          .flatMapToDouble(p -> DoubleStream.of(ofX.applyAsDouble(p.x()), ofY.applyAsDouble(p.y())))
          .toArray();
    }
  }

  /** A face somewhere on an input of that size, with its keypoints inside its box. */
  static Truth random(RandomGenerator random, int width, int height) {
    double w = random.nextDouble(12, width / 3d);
    double h = random.nextDouble(12, height / 3d);
    double x = random.nextDouble(0, width - w);
    double y = random.nextDouble(0, height - h);
    List<Point> points = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      points.add(new Point(x + random.nextDouble() * w, y + random.nextDouble() * h));
    }
    return new Truth(new Box(x, y, x + w, y + h), random.nextDouble(0.8, 1), points);
  }

  static RandomGenerator random(long seed) {
    return RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
  }

  /** Requires that the face is the truth, on an input of that size. */
  static void assertSame(RawFace face, Truth truth, int width, int height, boolean keypoints) {
    assertThat(face.confidence()).isCloseTo(truth.score(), within(1e-4));
    assertThat(face.box().x1() * width).isCloseTo(truth.box().x1(), within(0.02));
    assertThat(face.box().y1() * height).isCloseTo(truth.box().y1(), within(0.02));
    assertThat(face.box().x2() * width).isCloseTo(truth.box().x2(), within(0.02));
    assertThat(face.box().y2() * height).isCloseTo(truth.box().y2(), within(0.02));
    assertThat(face.keypoints()).hasSize(keypoints ? 5 : 0);
    for (int i = 0; i < face.keypoints().size(); i++) {
      Point point = face.keypoints().get(i);
      assertThat(point.x() * width).isCloseTo(truth.points().get(i).x(), within(0.02));
      assertThat(point.y() * height).isCloseTo(truth.points().get(i).y(), within(0.02));
    }
  }

  /** Outputs under construction. */
  static final class Tensors {
    private final Map<String, Tensor> outputs = new HashMap<>();

    /** Adds an output of one picture, filled with one value. */
    Tensors with(String name, int rows, int columns, float value) {
      float[] values = new float[rows * columns];
      Arrays.fill(values, value);
      outputs.put(name, Tensor.of(values, 1, rows, columns));
      return this;
    }

    void set(String name, int row, double... values) {
      Tensor tensor = Objects.requireNonNull(outputs.get(name), name);
      for (int i = 0; i < values.length; i++) {
        tensor.values()[row * tensor.columns() + i] = (float) values[i];
      }
    }

    Map<String, Tensor> outputs() {
      return outputs;
    }
  }
}
