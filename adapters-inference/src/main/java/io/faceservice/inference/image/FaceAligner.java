package io.faceservice.inference.image;

import io.faceservice.domain.biometric.Pixels;
import io.faceservice.domain.biometric.Point;
import io.faceservice.inference.pack.InputSpec;
import io.faceservice.inference.tensor.Tensor;
import java.util.List;

/** Turns, scales and moves a face so that its features lie where the embedder expects them. */
public final class FaceAligner {
  private final List<Point> template;
  private final InputSpec input;

  /**
   * @param template where the features lie on an aligned face, in pixels of the input
   * @param input what the embedder reads
   */
  public FaceAligner(List<Point> template, InputSpec input) {
    this.template = List.copyOf(template);
    this.input = input;
  }

  /**
   * Lays the aligned face out as a tensor.
   *
   * @param features the face's features in the picture, in the template's order
   * @throws IllegalArgumentException if all features lie on one spot
   */
  public Tensor align(Pixels pixels, List<Point> features) {
    return TensorLayout.of(pixels, similarity(features, template).inverse(), input);
  }

  /**
   * The similarity transform (rotation, one scale, translation) that takes {@code from} nearest to
   * {@code to} in the least-squares sense: Umeyama, "Least-squares estimation of transformation
   * parameters between two point patterns", IEEE PAMI 13(4), 1991, in its closed form for the
   * plane, where the best rotation follows from the sums of products and needs no decomposition.
   */
  static Affine similarity(List<Point> from, List<Point> to) {
    Point a = Point.mean(from.toArray(Point[]::new));
    Point b = Point.mean(to.toArray(Point[]::new));
    double along = 0;
    double across = 0;
    double spread = 0;
    for (int i = 0; i < from.size(); i++) {
      double x = from.get(i).x() - a.x();
      double y = from.get(i).y() - a.y();
      double u = to.get(i).x() - b.x();
      double v = to.get(i).y() - b.y();
      along += x * u + y * v;
      across += x * v - y * u;
      spread += x * x + y * y;
    }
    if (spread == 0) {
      throw new IllegalArgumentException("features on one spot cannot be aligned");
    }
    double c = along / spread;
    double s = across / spread;
    return new Affine(c, -s, b.x() - c * a.x() + s * a.y(), s, c, b.y() - s * a.x() - c * a.y());
  }
}
