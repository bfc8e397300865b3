package io.faceservice.domain.liveness;

/**
 * The rotation of a rigid body seen from afar, where a picture is the body's rotated points without
 * their depth, scaled: the first step of POS (DeMenthon and Davis, "Model-Based Object Pose in 25
 * Lines of Code", 1995), with the two rows made orthogonal by the polar decomposition, which
 * changes them least.
 */
final class WeakPerspective {
  /** Below this share of its length, a picture of a body is a line and shows no rotation. */
  private static final double FLAT = 1e-9;

  private static final double[][] IDENTITY = {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}};

  private WeakPerspective() {}

  /**
   * Solves for the rotation.
   *
   * @param model rows of x, y, z about their mean, not all in one plane
   * @param picture rows of x, y about their mean
   * @return a 3 × 3 rotation matrix; the identity if the picture's points lie on one line
   */
  static double[][] rotation(double[][] model, double[][] picture) {
    double[][] affine =
        product(product(transposed(picture), model), inverse(product(transposed(model), model)));
    double[][] gram = product(affine, transposed(affine));
    double trace = gram[0][0] + gram[1][1];
    double area = Math.sqrt(Math.max(0, gram[0][0] * gram[1][1] - gram[0][1] * gram[1][0]));
    if (!(area > FLAT * trace)) {
      return IDENTITY;
    }
    double[][] rows = product(inverseRoot(gram, trace, area), affine);
    return new double[][] {rows[0], rows[1], cross(rows[0], rows[1])};
  }

  /** The inverse square root of a symmetric 2 × 2 matrix, by Cayley and Hamilton. */
  private static double[][] inverseRoot(double[][] m, double trace, double rootOfDeterminant) {
    double scale = 1 / (Math.sqrt(trace + 2 * rootOfDeterminant) * rootOfDeterminant);
    return new double[][] {
      {scale * (m[1][1] + rootOfDeterminant), -scale * m[0][1]},
      {-scale * m[1][0], scale * (m[0][0] + rootOfDeterminant)}
    };
  }

  /** The inverse of a symmetric 3 × 3 matrix: the cross products of its rows over its volume. */
  private static double[][] inverse(double[][] m) {
    double[][] rows = {cross(m[1], m[2]), cross(m[2], m[0]), cross(m[0], m[1])};
    double volume = m[0][0] * rows[0][0] + m[0][1] * rows[0][1] + m[0][2] * rows[0][2];
    for (double[] row : rows) {
      for (int i = 0; i < row.length; i++) {
        row[i] /= volume;
      }
    }
    return rows;
  }

  private static double[] cross(double[] a, double[] b) {
    return new double[] {
      a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]
    };
  }

  private static double[][] product(double[][] a, double[][] b) {
    double[][] product = new double[a.length][b[0].length];
    for (int row = 0; row < a.length; row++) {
      for (int column = 0; column < b[0].length; column++) {
        for (int i = 0; i < b.length; i++) {
          product[row][column] += a[row][i] * b[i][column];
        }
      }
    }
    return product;
  }

  private static double[][] transposed(double[][] a) {
    double[][] transposed = new double[a[0].length][a.length];
    for (int row = 0; row < a.length; row++) {
      for (int column = 0; column < a[0].length; column++) {
        transposed[column][row] = a[row][column];
      }
    }
    return transposed;
  }
}
