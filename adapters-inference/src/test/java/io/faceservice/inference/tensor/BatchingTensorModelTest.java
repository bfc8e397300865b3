package io.faceservice.inference.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.faceservice.application.port.BackendException;
import io.faceservice.application.port.BackendException.Kind;
import io.faceservice.application.testkit.AtOnce;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Who shares a run, and what each gets of it. */
final class BatchingTensorModelTest {
  private static final Duration LONG = Duration.ofSeconds(20);

  /** How many pictures each run had. */
  private final List<Long> runs = new CopyOnWriteArrayList<>();

  private final TensorModel negating =
      new TensorModel() {
        @Override
        public Map<String, Tensor> run(Map<String, Tensor> inputs) {
          Tensor in = inputs.getOrDefault("in", Tensor.of(new float[0], 0, 2));
          runs.add(in.shape()[0]);
          float[] out = in.values().clone();
          for (int i = 0; i < out.length; i++) {
            if (out[i] == 13) {
              throw new BackendException(Kind.TIMEOUT, "inference", "unlucky");
            }
            out[i] = -out[i];
          }
          return Map.of("out", Tensor.of(out, in.shape()));
        }

        @Override
        public void prepare() {}

        @Override
        public void recheck() {}

        @Override
        public void checkRevisions(Consumer<TensorRun> check) {}

        @Override
        public boolean batches() {
          return true;
        }

        @Override
        public void close() {}
      };

  private static float[] run(TensorModel model, float a, float b) {
    return model
        .run(Map.of("in", Tensor.of(new float[] {a, b}, 1, 2)))
        .getOrDefault("out", Tensor.of(new float[0], 0))
        .values();
  }

  @Test
  void sharesOneRunAmongThoseWhoFillIt() {
    var model = new BatchingTensorModel(negating, LONG, 4);
    var turn = new AtomicInteger();

    AtOnce.run(
        4,
        () -> {
          int mine = turn.incrementAndGet();
          assertThat(run(model, mine, 2 * mine)).containsExactly(-mine, -2 * mine);
          return mine;
        });

    assertThat(runs).containsExactly(4L);
  }

  @Test
  void runsAloneWhereNobodyElseComes() {
    var model = new BatchingTensorModel(negating, Duration.ofMillis(1), 4);

    assertThat(run(model, 1, 2)).containsExactly(-1, -2);
    assertThat(runs).containsExactly(1L);
  }

  @Test
  void failsForAllWhoShareARunThatFails() {
    var model = new BatchingTensorModel(negating, LONG, 2);
    var turn = new AtomicInteger();

    AtOnce.run(
        2,
        () -> {
          float mine = turn.getAndIncrement() == 0 ? 13 : 1;
          assertThatExceptionOfType(BackendException.class)
              .isThrownBy(() -> run(model, mine, 0))
              .satisfies(e -> assertThat(e.kind()).isEqualTo(Kind.TIMEOUT));
          return true;
        });
    assertThat(runs).containsExactly(2L);
  }

  @Test
  void runsAtOnceForOneWhoFillsItAlone() {
    var model = new BatchingTensorModel(negating, LONG, 2);

    assertThat(runOf(model, 1, 2, 3, 4)).containsExactly(-1, -2, -3, -4);
    assertThat(runs).containsExactly(2L);
  }

  @Test
  void sharesOneRunWithThoseWhoBringSeveral() {
    var model = new BatchingTensorModel(negating, LONG, 6);
    var turn = new AtomicInteger();

    AtOnce.run(
        3,
        () -> {
          int mine = turn.incrementAndGet();
          float[] values = new float[2 * mine];
          Arrays.fill(values, mine);
          assertThat(runOf(model, values)).hasSize(2 * mine).containsOnly(-mine);
          return mine;
        });

    assertThat(runs).containsExactly(6L);
  }

  @Test
  void leavesWhoFindsNoRoomForAnotherRun() {
    var model = new BatchingTensorModel(negating, Duration.ofMillis(200), 3);

    AtOnce.run(
        2,
        () -> {
          assertThat(runOf(model, 1, 2, 3, 4)).containsExactly(-1, -2, -3, -4);
          return true;
        });

    assertThat(runs).containsExactly(2L, 2L);
  }

  private static float[] runOf(TensorModel model, float... values) {
    return model
        .run(Map.of("in", Tensor.of(values, values.length / 2, 2)))
        .getOrDefault("out", Tensor.of(new float[0], 0))
        .values();
  }
}
