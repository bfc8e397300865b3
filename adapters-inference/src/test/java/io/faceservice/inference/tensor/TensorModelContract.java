package io.faceservice.inference.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.faceservice.application.port.BackendException;
import io.faceservice.application.testkit.AtOnce;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What every {@link TensorEngine} and its {@link TensorModel}s promise, shown on a model of one
 * input and one output.
 */
public abstract class TensorModelContract {

  /** The engine under test. */
  protected abstract TensorEngine engine();

  /** A model's file, of the engine's own format. */
  protected abstract Path file();

  protected abstract String input();

  protected abstract long[] inputShape();

  protected abstract String output();

  protected abstract long[] outputShape();

  private Tensor tensor(long seed) {
    int size = 1;
    for (long s : inputShape()) {
      size *= (int) s;
    }
    Random random = new Random(seed);
    float[] values = new float[size];
    for (int i = 0; i < size; i++) {
      values[i] = random.nextFloat();
    }
    return Tensor.of(values, inputShape());
  }

  private float[] run(TensorModel model, long seed) {
    Map<String, Tensor> outputs = model.run(Map.of(input(), tensor(seed)));
    Tensor answer = Objects.requireNonNull(outputs.get(output()), output());
    assertThat(answer.shape()).isEqualTo(outputShape());
    return answer.values();
  }

  @Test
  final void givesItsOutputsByName() {
    try (TensorModel model = engine().load(file())) {
      assertThat(run(model, 1)).doesNotContain(Float.NaN);
      assertThat(run(model, 1)).isNotEqualTo(run(model, 2));
    }
  }

  @Test
  final void givesTheSameInputTheSameAnswerOnManyThreads() {
    try (TensorModel model = engine().load(file())) {
      float[] alone = run(model, 3);
      assertThat(AtOnce.run(6, () -> run(model, 3)))
          .allSatisfy(answer -> assertThat(answer).isEqualTo(alone));
    }
  }

  @Test
  final void refusesToRunWithoutAnInput() {
    try (TensorModel model = engine().load(file())) {
      assertThatThrownBy(() -> model.run(Map.of())).isInstanceOf(BackendException.class);
      assertThat(run(model, 1)).isNotEmpty();
    }
  }

  @Test
  final void refusesAnInputThatItDoesNotKnow() {
    try (TensorModel model = engine().load(file())) {
      assertThatThrownBy(() -> model.run(Map.of("no-such-input", tensor(1))))
          .isInstanceOf(BackendException.class);
    }
  }

  @Test
  final void refusesAnInputOfAnotherShape() {
    try (TensorModel model = engine().load(file())) {
      Tensor small = Tensor.of(new float[6], 1, 1, 2, 3);
      assertThatThrownBy(() -> model.run(Map.of(input(), small)))
          .isInstanceOf(BackendException.class);
      assertThat(run(model, 1)).isNotEmpty();
    }
  }

  @Test
  final void refusesToRunOnceClosed() {
    TensorModel model = engine().load(file());
    model.close();
    model.close();
    assertThatThrownBy(() -> model.run(Map.of(input(), tensor(1))))
        .isInstanceOf(BackendException.class);
  }

  @Test
  final void answersOrRefusesWhoRunsWhileItCloses() {
    for (int i = 0; i < 20; i++) {
      TensorModel model = engine().load(file());
      float[] alone = run(model, i);
      var running = new CountDownLatch(2);
      Thread closer =
          Thread.ofPlatform()
              .start(
                  () -> {
                    await(running);
                    model.close();
                  });
      int seed = i;
      assertThat(AtOnce.run(2, () -> runUntilClosed(model, seed, alone, running)))
          .allSatisfy(refused -> assertThat(refused).isInstanceOf(BackendException.class));
      assertThat(closer).satisfies(Thread::join);
    }
  }

  private BackendException runUntilClosed(
      TensorModel model, long seed, float[] alone, CountDownLatch running) {
    running.countDown();
    while (true) {
      try {
        assertThat(run(model, seed)).isEqualTo(alone);
      } catch (BackendException e) {
        return e;
      }
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  final void refusesToLoadWhatIsNoModel(@TempDir Path folder) throws IOException {
    Path text = Files.writeString(folder.resolve("text"), "This is no model.");
    Path cut = folder.resolve("cut");
    byte[] whole = Files.readAllBytes(file());
    Files.write(cut, Arrays.copyOf(whole, whole.length / 2));

    assertThatThrownBy(() -> engine().load(text)).isInstanceOf(BackendException.class);
    assertThatThrownBy(() -> engine().load(cut)).isInstanceOf(BackendException.class);
    assertThatThrownBy(() -> engine().load(folder.resolve("missing")))
        .isInstanceOf(BackendException.class);
  }
}
