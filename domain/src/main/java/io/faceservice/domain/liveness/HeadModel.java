package io.faceservice.domain.liveness;

import io.faceservice.domain.biometric.FacialLandmarks;
import io.faceservice.domain.biometric.Point;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A generic head in centimetres, looking straight into the camera, by the camera's axes (x to the
 * picture's right, y down, z away).
 *
 * <p>The points are those of MediaPipe's canonical face model (Apache-2.0) at the places that the
 * iBUG annotation names: corners of the eyes, bridge, tip and wings of the nose. Mouth, brows and
 * jaw are left out, since they move without the head.
 */
final class HeadModel {
  private static final HeadModel IBUG_68 =
      new HeadModel(
          new int[] {27, 28, 29, 30, 31, 33, 35, 36, 39, 42, 45},
          new double[][] {
            {0, -2.8721, -5.5124},
            {0, -1.3939, -6.5457},
            {0, -0.3657, -7.2429},
            {0, 0.4632, -7.5866},
            {-1.4056, 1.7142, -5.2411},
            {0, 2.0890, -6.0583},
            {1.4056, 1.7142, -5.2411},
            {-4.4459, -2.6640, -3.1734},
            {-1.8564, -2.5852, -3.7579},
            {1.8564, -2.5852, -3.7579},
            {4.4459, -2.6640, -3.1734},
          });

  /**
   * The same places as InsightFace's 106 points mark them: see {@link FacialLandmarks#asIbug68}.
   */
  private static final HeadModel INSIGHT_106 =
      new HeadModel(new int[] {72, 73, 74, 86, 78, 80, 84, 35, 39, 89, 93}, IBUG_68.points);

  /**
   * With five points the mouth has to serve. Depths are the canonical model's; heights and widths
   * are those of the mean of frontal faces as landmark models mark them, whose mouth corners lie
   * higher and nose tip lower than the canonical model's: its own would make every head look down.
   */
  private static final HeadModel FIVE =
      new HeadModel(
          new int[] {0, 1, 2, 3, 4},
          new double[][] {
            {-3.17, -2.47, -3.75},
            {3.17, -2.47, -3.75},
            {0, 0.86, -7.59},
            {-2.79, 4.08, -4.28},
            {2.79, 4.08, -4.28},
          });

  private final int[] indices;
  private final double[][] points;

  private HeadModel(int[] indices, double[][] points) {
    this.indices = indices;
    this.points = points;
  }

  static HeadModel of(FacialLandmarks.Scheme scheme) {
    return switch (scheme) {
      case FIVE -> FIVE;
      case IBUG_68 -> IBUG_68;
      case INSIGHT_106 -> INSIGHT_106;
    };
  }

  /** The indices in the landmark scheme of the points used. */
  int[] indices() {
    return indices.clone();
  }

  /** One row of x, y, z for each index. */
  double[][] points() {
    return centred(points);
  }

  /** The same places in a picture: one row of x, y for each index, about their mean. */
  double[][] observed(FacialLandmarks landmarks) {
    List<Point> all = landmarks.points();
    return centred(
        IntStream.of(indices)
            .mapToObj(i -> new double[] {all.get(i).x(), all.get(i).y()})
            .toArray(double[][]::new));
  }

  private static double[][] centred(double[][] rows) {
    int columns = rows[0].length;
    double[][] centred = new double[rows.length][columns];
    for (int c = 0; c < columns; c++) {
      int column = c;
      double mean = IntStream.range(0, rows.length).mapToDouble(r -> rows[r][column]).sum();
      for (int r = 0; r < rows.length; r++) {
        centred[r][c] = rows[r][c] - mean / rows.length;
      }
    }
    return centred;
  }
}
