package io.faceservice.vectorstore.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

final class SieveTest {
  private static final int FARTHEST = 64;
  private static final int WANTED = 50;
  private static final int[] LINES = IntStream.range(0, 100).toArray();

  /** Binomial distances of 1,000 faces, as bits have. */
  private static short[] distances(long seed) {
    var random = new Random(seed);
    short[] distances = new short[1_000];
    for (int i = 0; i < distances.length; i++) {
      distances[i] = (short) Long.bitCount(random.nextLong());
    }
    return distances;
  }

  private static int[] expected(short[] distances) {
    int radius =
        IntStream.range(0, distances.length)
            .map(i -> distances[i])
            .sorted()
            .skip(WANTED - 1)
            .findFirst()
            .orElseThrow();
    return IntStream.range(0, distances.length).filter(i -> distances[i] <= radius).toArray();
  }

  private static void offer(Sieve sieve, short[] distances, int from, int to) {
    for (int start = from; start < to; start += 100) {
      sieve.offer(start, LINES, Arrays.copyOfRange(distances, start, start + 100), 100);
    }
  }

  private static int[] kept(Sieve sieve) {
    long[] positions = new long[sieve.size()];
    sieve.positions(positions);
    return IntStream.range(0, positions.length).map(i -> (int) positions[i]).sorted().toArray();
  }

  @RepeatedTest(20)
  void keepsAllWithinTheRadiusThatHoldsEnough(RepetitionInfo run) {
    short[] distances = distances(run.getCurrentRepetition());
    var sieve = new Sieve();
    sieve.reset(FARTHEST, WANTED);
    offer(sieve, distances, 0, 1_000);
    assertThat(kept(sieve)).isEqualTo(expected(distances));
  }

  @RepeatedTest(20)
  void sharedAmongThreadsItKeepsTheSame(RepetitionInfo run) {
    short[] distances = distances(run.getCurrentRepetition());
    var one = new Sieve();
    var other = new Sieve();
    one.reset(FARTHEST, WANTED);
    other.reset(FARTHEST, WANTED);
    offer(one, distances, 0, 300);
    offer(other, distances, 300, 1_000);
    one.merge(List.of(other));
    assertThat(kept(one)).isEqualTo(expected(distances));
  }

  @Test
  void keepsAllOfFewerThanWanted() {
    var sieve = new Sieve();
    sieve.reset(FARTHEST, WANTED);
    sieve.offer(7, new int[] {0, 2, 4}, new short[] {64, 0, 3}, 3);
    assertThat(kept(sieve)).containsExactly(7, 9, 11);
  }

  @Test
  void beginsAnewWithAnotherFarthestDistance() {
    var sieve = new Sieve();
    sieve.reset(FARTHEST, WANTED);
    offer(sieve, distances(1), 0, 1_000);
    sieve.reset(5, 1);
    sieve.offer(0, new int[] {0, 1, 2}, new short[] {5, 4, 4}, 3);
    assertThat(kept(sieve)).containsExactly(1, 2);
  }
}
