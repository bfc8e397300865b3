package io.faceservice.vectorstore.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What bits say of faces, by loops and by wide vectors alike. */
final class BitsTest {
  private static final List<Bits> ALL = List.of(new PlainBits(), new VectorBits());
  private static final int COUNT = 23;
  private static final double FAR = 0.1;

  private final Random random = new Random(1);

  private float[] values(int dimension) {
    float[] values = new float[dimension];
    for (int i = 0; i < dimension; i++) {
      values[i] = (float) random.nextGaussian();
    }
    return values;
  }

  private float[][] faces(int dimension) {
    return IntStream.range(0, COUNT).mapToObj(line -> values(dimension)).toArray(float[][]::new);
  }

  private static MemorySegment lines(float[][] values, double limit, Layout layout) {
    MemorySegment memory =
        Arena.ofAuto().allocate((long) COUNT * layout.lineBytes(), Layout.CACHE_LINE);
    for (int line = 0; line < COUNT; line++) {
      long[] words = FaceBits.above(values[line], limit, layout);
      long at = (long) line * layout.lineBytes();
      MemorySegment.copy(words, 0, memory, ValueLayout.JAVA_LONG_UNALIGNED, at, words.length);
    }
    return memory;
  }

  /** Sizes in steps, of which the greatest stands for so many root mean squares and more. */
  private static int[] levels(float[] values, double clippedAt, int greatest) {
    double squares = 0;
    for (float value : values) {
      squares += (double) value * value;
    }
    double step = clippedAt * Math.sqrt(squares / values.length) / greatest;
    int[] levels = new int[values.length];
    for (int i = 0; i < levels.length; i++) {
      levels[i] = (int) Math.min(greatest, Math.round(Math.abs(values[i]) / step));
    }
    return levels;
  }

  private static int differing(float[] face, float[] probe, int[] weights) {
    return IntStream.range(0, face.length)
        .filter(i -> face[i] > 0 != probe[i] > 0)
        .map(i -> weights[i])
        .sum();
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 64, 512, 513, 1_200})
  void withinARadiusAreThoseWhoseSignsDifferByNoMore(int dimension) {
    var layout = new Layout(dimension);
    float[] probe = values(dimension);
    float[][] faces = faces(dimension);
    int[] weights = levels(probe, 2.2, 3);
    int[] distances =
        Arrays.stream(faces).mapToInt(face -> differing(face, probe, weights)).toArray();
    MemorySegment signs = lines(faces, 0, layout);
    for (int radius : new int[] {-1, 0, distances[3], distances[7], 3 * dimension}) {
      int[] expected = IntStream.range(0, COUNT).filter(i -> distances[i] <= radius).toArray();
      for (Bits bits : ALL) {
        int[] found = new int[COUNT];
        int count = bits.within(radius, signs, COUNT, new BitProbe(probe, layout), found);
        assertThat(Arrays.copyOf(found, count)).isEqualTo(expected);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 64, 512, 513, 1_200})
  void aDimensionBringsAFaceNearerByThreeOrTenOfItsWeights(int dimension) {
    var layout = new Layout(dimension);
    float[] centred = values(dimension);
    float[][] faces = faces(dimension);
    int[] weights = levels(centred, 2.6, 7);
    var probe = new BitProbe(centred, layout);
    int[] some = {5, 0, 3, 22};
    short[] expected = new short[some.length];
    for (int i = 0; i < some.length; i++) {
      int closeness = 0;
      for (int value = 0; value < dimension; value++) {
        int amount = faces[some[i]][value] > FAR ? 10 : 3;
        boolean agree = faces[some[i]][value] > 0 == centred[value] > 0;
        closeness += weights[value] * (agree ? amount : -amount);
      }
      expected[i] = (short) ((10 * Arrays.stream(weights).sum() - closeness) / 8);
    }
    for (Bits bits : ALL) {
      short[] distances = new short[some.length];
      bits.weigh(
          lines(faces, 0, layout), lines(faces, FAR, layout), some, some.length, probe, distances);
      assertThat(distances).isEqualTo(expected);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {64, 512})
  void theFarthestFaceIsAsFarAsIsSaid(int dimension) {
    var layout = new Layout(dimension);
    float[] ones = new float[dimension];
    Arrays.fill(ones, 1);
    float[][] opposite = new float[COUNT][dimension];
    float[][] far = new float[COUNT][dimension];
    Arrays.fill(far, ones);
    var probe = new BitProbe(ones, layout);
    for (Bits bits : ALL) {
      short[] distances = new short[1];
      bits.weigh(
          lines(opposite, 0, layout), lines(far, 0, layout), new int[] {1}, 1, probe, distances);
      assertThat((int) distances[0]).isEqualTo(Bits.farthest(probe));
    }
  }
}
