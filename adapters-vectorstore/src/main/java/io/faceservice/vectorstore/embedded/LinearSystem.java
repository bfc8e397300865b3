package io.faceservice.vectorstore.embedded;

/** Gaussian elimination for positive definite matrices, which need no pivoting. */
final class LinearSystem {
  private LinearSystem() {}

  /**
   * Solves {@code matrix · x = right}, for several right sides at once.
   *
   * @param matrix is used up
   * @param right rows as the matrix has; takes the solution
   */
  static void solve(double[][] matrix, double[][] right) {
    for (int pivot = 0; pivot < matrix.length; pivot++) {
      for (int row = pivot + 1; row < matrix.length; row++) {
        double factor = matrix[row][pivot] / matrix[pivot][pivot];
        subtract(factor, matrix[pivot], pivot, matrix[row]);
        subtract(factor, right[pivot], 0, right[row]);
      }
    }
    for (int row = matrix.length - 1; row >= 0; row--) {
      for (int solved = row + 1; solved < matrix.length; solved++) {
        subtract(matrix[row][solved], right[solved], 0, right[row]);
      }
      for (int i = 0; i < right[row].length; i++) {
        right[row][i] /= matrix[row][row];
      }
    }
  }

  private static void subtract(double factor, double[] row, int from, double[] target) {
    for (int i = from; i < row.length; i++) {
      target[i] -= factor * row[i];
    }
  }
}
