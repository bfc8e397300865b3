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
  @ValueSource(ints = {2, 31, 128, 512, 700})
  void bothInnerProductsAreTheSumOfProducts(int dimension) {
    var layout = new Layout(dimension);
    MemorySegment memory = Arena.ofAuto().allocate(3L * layout.rowBytes());
    for (int round = 0; round < 50; round++) {
      Code face = Code.ofFace(vector(dimension), layout);
      Code probe = Code.ofProbe(vector(dimension), layout);
      long row = (long) (round % 3) * layout.rowBytes();
      PackedCode.write(face, memory, row, layout);
      int expected = 0;
      for (int i = 0; i < dimension; i++) {
        expected += face.steps()[i] * probe.steps()[i];
      }
      assertThat(new PlainDot().product(memory, row, probe)).isEqualTo(expected);
      assertThat(new VectorDot().product(memory, row, probe)).isEqualTo(expected);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {127, -127})
  void theLargestProductsDoNotOverflow(int step) {
    float[] same = new float[512];
    Arrays.fill(same, step);
    var layout = new Layout(512);
    Code probe = Code.ofProbe(same, layout);
    MemorySegment memory = Arena.ofAuto().allocate(layout.rowBytes());
    PackedCode.write(Code.ofFace(same, layout), memory, 0, layout);
    assertThat(new VectorDot().product(memory, 0, probe)).isEqualTo(512 * 31 * 127);
    assertThat(new PlainDot().product(memory, 0, probe)).isEqualTo(512 * 31 * 127);
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 512})
  void aCodeComesBackFromMemoryAndKnowsWhatItLost(int dimension) {
    var layout = new Layout(dimension);
    MemorySegment memory = Arena.ofAuto().allocate(layout.rowBytes());
    for (int round = 0; round < 20; round++) {
      float[] vector = vector(dimension);
      PackedCode.write(Code.ofFace(vector, layout), memory, 0, layout);
      Code code = PackedCode.read(memory, 0, layout);
      double lost = 0;
      for (int i = 0; i < dimension; i++) {
        lost += Math.pow(vector[i] - (double) code.scale() * code.steps()[i], 2);
      }
      assertThat(Math.sqrt(lost)).isLessThanOrEqualTo(code.residual()).isLessThan(0.05);
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
