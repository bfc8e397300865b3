package io.faceservice.vectorstore.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

final class LinearSystemTest {

  @Test
  void solvesForSeveralRightSides() {
    double[][] matrix = {{4, 2, 1}, {2, 5, 3}, {1, 3, 6}};
    double[][] solution = {{1, -2}, {0.5, 3}, {-1, 4}};
    double[][] right = new double[3][2];
    for (int row = 0; row < 3; row++) {
      for (int side = 0; side < 2; side++) {
        for (int i = 0; i < 3; i++) {
          right[row][side] += matrix[row][i] * solution[i][side];
        }
      }
    }
    LinearSystem.solve(matrix, right);
    for (int row = 0; row < 3; row++) {
      assertThat(right[row]).containsExactly(solution[row], within(1e-12));
    }
  }
}
