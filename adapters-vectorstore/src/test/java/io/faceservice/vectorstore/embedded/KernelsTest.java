package io.faceservice.vectorstore.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import io.faceservice.domain.biometric.Embedding;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class KernelsTest {
  private final Random random = new Random(1);

  @Test
  void testsRunWithWideVectors() {
    assertThat(Kernels.fastest().dot()).isInstanceOf(VectorDot.class);
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 31, 32, 512, 700})
  void bothInnerProductsAreTheSumOfProducts(int dimension) {
    var layout = new Layout(dimension);
    MemorySegment memory = Arena.ofAuto().allocate(3L * layout.rowBytes());
    for (int round = 0; round < 50; round++) {
      Code one = Code.of(vector(dimension), layout);
      Code other = Code.of(vector(dimension), layout);
      long row = (long) (round % 3) * layout.rowBytes();
      one.write(memory, row, layout);
      int expected = 0;
      for (int i = 0; i < dimension; i++) {
        expected += one.steps()[i] * other.steps()[i];
      }
      assertThat(new PlainDot().product(memory, row, other.steps())).isEqualTo(expected);
      assertThat(new VectorDot().product(memory, row, other.steps())).isEqualTo(expected);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {127, -127})
  void theLargestProductsDoNotOverflow(int step) {
    float[] same = new float[512];
    Arrays.fill(same, step);
    var layout = new Layout(512);
    Code code = Code.of(same, layout);
    MemorySegment memory = Arena.ofAuto().allocate(layout.rowBytes());
    code.write(memory, 0, layout);
    assertThat(new VectorDot().product(memory, 0, code.steps())).isEqualTo(512 * 127 * 127);
    assertThat(new PlainDot().product(memory, 0, code.steps())).isEqualTo(512 * 127 * 127);
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 512})
  void aCodeComesBackFromMemoryAndKnowsWhatItLost(int dimension) {
    var layout = new Layout(dimension);
    MemorySegment memory = Arena.ofAuto().allocate(layout.rowBytes());
    for (int round = 0; round < 20; round++) {
      float[] vector = vector(dimension);
      Code.of(vector, layout).write(memory, 0, layout);
      Code code = Code.read(memory, 0, layout);
      double lost = 0;
      for (int i = 0; i < dimension; i++) {
        lost += Math.pow(vector[i] - (double) code.scale() * code.steps()[i], 2);
      }
      assertThat(Math.sqrt(lost)).isLessThanOrEqualTo(code.residual()).isLessThan(0.02);
    }
  }

  private float[] vector(int dimension) {
    float[] values = new float[dimension];
    for (int i = 0; i < dimension; i++) {
      values[i] = (float) random.nextGaussian();
    }
    return Embedding.normalised(values).toArray();
  }
}
