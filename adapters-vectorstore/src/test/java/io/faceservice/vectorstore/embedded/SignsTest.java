package io.faceservice.vectorstore.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import io.faceservice.domain.biometric.Embedding;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What sign bits say of faces, by loops and by wide vectors alike. */
final class SignsTest {
  private static final List<Signs> ALL = List.of(new PlainSigns(), new VectorSigns());
  private static final int COUNT = 7;

  private final Random random = new Random(1);

  private float[] vector(int dimension) {
    float[] values = new float[dimension];
    for (int i = 0; i < dimension; i++) {
      values[i] = (float) random.nextGaussian();
    }
    return Embedding.normalised(values).toArray();
  }

  private Code[] faces(Layout layout) {
    return IntStream.range(0, COUNT)
        .mapToObj(line -> Code.of(vector(layout.dimension()), layout))
        .toArray(Code[]::new);
  }

  private static MemorySegment lines(Code[] faces, float[] mean, Layout layout) {
    MemorySegment memory = Arena.ofAuto().allocate((long) COUNT * layout.signBytes());
    for (int line = 0; line < COUNT; line++) {
      long[] words = faces[line].signs(mean, layout);
      long at = (long) line * layout.signBytes();
      MemorySegment.copy(words, 0, memory, ValueLayout.JAVA_LONG_UNALIGNED, at, words.length);
    }
    return memory;
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 64, 512, 513, 1_200})
  void signsDifferWhereCodesLieOnTwoSidesOfTheMean(int dimension) {
    var layout = new Layout(dimension);
    float[] mean = vector(dimension);
    float[] centred = vector(dimension);
    var probe = new SignProbe(centred, layout);
    Code[] faces = faces(layout);
    short[] expected = new short[COUNT];
    for (int line = 0; line < COUNT; line++) {
      for (int i = 0; i < dimension; i++) {
        boolean differ = faces[line].value(i) > mean[i] != centred[i] > 0;
        expected[line] += (short) (differ ? 1 : 0);
      }
    }
    for (Signs signs : ALL) {
      short[] distances = new short[COUNT];
      signs.distances(lines(faces, mean, layout), 0, COUNT, probe, distances);
      assertThat(distances).isEqualTo(expected);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 64, 512, 513, 1_200})
  void weightsOfDifferingSignsAddUp(int dimension) {
    var layout = new Layout(dimension);
    float[] mean = vector(dimension);
    float[] centred = vector(dimension);
    var probe = new SignProbe(centred, layout);
    Code[] faces = faces(layout);
    MemorySegment memory = lines(faces, mean, layout);
    int[] some = {5, 0, 3};
    short[] plain = new short[some.length];
    ALL.getFirst().weigh(memory, some, some.length, probe, plain);
    short[] wide = new short[some.length];
    ALL.getLast().weigh(memory, some, some.length, probe, wide);
    assertThat(wide).isEqualTo(plain);
    int[] levels = levels(centred);
    for (int i = 0; i < some.length; i++) {
      int sum = 0;
      for (int value = 0; value < dimension; value++) {
        boolean above = faces[some[i]].value(value) > mean[value];
        sum += above == centred[value] > 0 ? 0 : levels[value];
      }
      assertThat(plain[i]).isEqualTo((short) sum);
    }
  }

  /** Sizes in three bits, of which the greatest stands for 2.6 root mean squares and more. */
  private static int[] levels(float[] weights) {
    double squares = 0;
    for (float weight : weights) {
      squares += (double) weight * weight;
    }
    double step = 2.6 * Math.sqrt(squares / weights.length) / 7;
    int[] levels = new int[weights.length];
    for (int i = 0; i < levels.length; i++) {
      levels[i] = (int) Math.min(7, Math.round(Math.abs(weights[i]) / step));
    }
    return levels;
  }
}
