package io.faceservice.inference.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.faceservice.application.port.BackendException;
import io.faceservice.application.port.BackendException.Kind;
import io.faceservice.application.testkit.AtOnce;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

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

  /** The model as it is. */
  protected final TensorSignature signature() {
    return signature(input(), boxed(inputShape()), output());
  }

  private TensorSignature signature(String input, List<Long> inputShape, String output) {
    return new TensorSignature(
        List.of(new TensorSpec(input, inputShape)),
        List.of(new TensorSpec(output, boxed(outputShape()))));
  }

  private static List<Long> boxed(long[] shape) {
    return Arrays.stream(shape).boxed().toList();
  }

  private TensorModel load() {
    return engine().load(file(), signature());
  }

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
    try (TensorModel model = load()) {
      assertThat(run(model, 1)).doesNotContain(Float.NaN);
      assertThat(run(model, 1)).isNotEqualTo(run(model, 2));
    }
  }

  @Test
  final void givesTheSameInputTheSameAnswerOnManyThreads() {
    try (TensorModel model = load()) {
      float[] alone = run(model, 3);
      assertThat(AtOnce.run(6, () -> run(model, 3)))
          .allSatisfy(answer -> assertThat(answer).isEqualTo(alone));
    }
  }

  @Test
  final void refusesToRunWithoutAnInput() {
    try (TensorModel model = load()) {
      assertThatThrownBy(() -> model.run(Map.of())).isInstanceOf(BackendException.class);
      assertThat(run(model, 1)).isNotEmpty();
    }
  }

  @Test
  final void refusesAnInputThatItDoesNotKnow() {
    try (TensorModel model = load()) {
      assertThatThrownBy(() -> model.run(Map.of("no-such-input", tensor(1))))
          .isInstanceOf(BackendException.class);
    }
  }

  @Test
  final void refusesAnInputOfAnotherShape() {
    try (TensorModel model = load()) {
      Tensor small = Tensor.of(new float[6], 1, 1, 2, 3);
      assertThatThrownBy(() -> model.run(Map.of(input(), small)))
          .isInstanceOf(BackendException.class);
      assertThat(run(model, 1)).isNotEmpty();
    }
  }

  @Test
  final void refusesToRunOnceClosed() {
    TensorModel model = load();
    model.close();
    model.close();
    assertThatThrownBy(() -> model.run(Map.of(input(), tensor(1))))
        .isInstanceOf(BackendException.class);
  }

  @Test
  final void answersOrRefusesWhoRunsWhileItCloses() {
    for (int i = 0; i < 20; i++) {
      TensorModel model = load();
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
  final void refusesToPrepareWhatIsNotThere() {
    Path missing = file().resolveSibling("missing.onnx");
    assertThatThrownBy(() -> engine().load(missing, signature()).prepare())
        .isInstanceOf(BackendException.class);
  }

  @Test
  final void preparesMoreThanOnce() {
    try (TensorModel model = load()) {
      model.prepare();
      model.prepare();
      assertThat(run(model, 1)).isNotEmpty();
    }
  }

  @Test
  final void namesTheInputThatIsNotAsDescribed() {
    assertDiffers(signature("in", boxed(inputShape()), output()), " in ");
    assertDiffers(signature(input(), List.of(1L, 7L, 5L, 3L), output()), input() + " is");
  }

  @Test
  final void namesTheOutputThatIsNotAsDescribed() {
    assertDiffers(signature(input(), boxed(inputShape()), "no-such-output"), "no-such-output");
    var wider =
        new TensorSignature(
            signature().inputs(), List.of(new TensorSpec(output(), List.of(TensorSpec.FREE, 7L))));
    assertDiffers(wider, output() + " is");
  }

  private void assertDiffers(TensorSignature signature, String named) {
    try (TensorModel model = engine().load(file(), signature)) {
      assertThatExceptionOfType(BackendException.class)
          .isThrownBy(model::prepare)
          .withMessageContaining(named)
          .satisfies(e -> assertThat(e.kind()).isEqualTo(Kind.CORRUPT));
    }
  }

  @Test
  final void takesAnOnlyInputAndOutputWhateverTheyAreCalled() {
    var anyName = signature(TensorSpec.ONLY, boxed(inputShape()), TensorSpec.ONLY);
    try (TensorModel model = engine().load(file(), anyName);
        TensorModel named = load()) {
      Map<String, Tensor> outputs = model.run(Map.of(TensorSpec.ONLY, tensor(1)));
      assertThat(outputs).containsOnlyKeys(TensorSpec.ONLY);
      assertThat(outputs.values().iterator().next().values()).isEqualTo(run(named, 1));
    }
  }

  @Test
  final void hasItsRevisionCheckedBeforeItAnswers() {
    List<float[]> seen = new ArrayList<>();
    try (TensorModel model = load()) {
      model.checkRevisions(
          run -> seen.add(run.run(Map.of(input(), tensor(5))).values().iterator().next().values()));
      float[] answer = run(model, 5);
      assertThat(seen).singleElement().isEqualTo(answer);
      assertThat(run(model, 5)).isEqualTo(answer);
      assertThat(seen).hasSize(1);
    }
  }

  @Test
  final void givesNoAnswerOfARevisionThatIsRefused() {
    try (TensorModel model = load()) {
      model.checkRevisions(
          run -> {
            throw new BackendException(Kind.REFUSED, "inference", "not this one");
          });
      assertThatThrownBy(model::prepare).hasMessage("not this one");
      assertThatThrownBy(() -> run(model, 1)).hasMessage("not this one");
    }
  }
}
