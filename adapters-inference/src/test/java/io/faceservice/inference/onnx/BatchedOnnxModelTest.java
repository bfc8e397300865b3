package io.faceservice.inference.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.faceservice.application.testkit.AtOnce;
import io.faceservice.inference.InstalledPack;
import io.faceservice.inference.tensor.BatchingEngine;
import io.faceservice.inference.tensor.Tensor;
import io.faceservice.inference.tensor.TensorEngine;
import io.faceservice.inference.tensor.TensorModel;
import io.faceservice.inference.tensor.TensorModelContract;
import io.faceservice.inference.tensor.TensorSignature;
import io.faceservice.inference.tensor.TensorSpec;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The default pack's files, made for one picture, with their batch dimension freed. */
final class BatchedOnnxModelTest extends TensorModelContract {
  private static final OnnxOptions FREED =
      new OnnxOptions(1, OnnxDevice.parse("cpu"), true, Map.of(), Map.of());

  @Override
  protected TensorEngine engine() {
    return new BatchingEngine(new OnnxEngine(FREED), Duration.ofMillis(20));
  }

  @Override
  protected Path file() {
    return InstalledPack.folder().resolve("fr_landmark.onnx");
  }

  @Override
  protected String input() {
    return "input";
  }

  @Override
  protected long[] inputShape() {
    return new long[] {1, 1, 64, 64};
  }

  @Override
  protected String output() {
    return "output";
  }

  @Override
  protected long[] outputShape() {
    return new long[] {1, 136};
  }

  @ParameterizedTest
  @CsvSource({
    "fr_detect.onnx,scores,3,240,320",
    "fr_detect.onnx,boxes,3,240,320",
    "fr_landmark.onnx,output,1,64,64",
    "fr_feature.onnx,output,3,112,112",
    "fr_liveness.onnx,output,3,128,128"
  })
  void givesEachOfManyWhatItGivesAlone(
      String file, String output, long channels, long height, long width) {
    var signature =
        new TensorSignature(
            List.of(new TensorSpec("input", List.of(TensorSpec.FREE, channels, height, width))),
            List.of(TensorSpec.named(output)));
    Path path = InstalledPack.folder().resolve(file);
    try (TensorModel alone = new OnnxEngine(1).load(path, signature);
        TensorModel many = engine().load(path, signature)) {
      assertThat(many.batches()).isTrue();
      var seeds = new AtomicInteger();
      AtOnce.run(
              8,
              () -> {
                var input = random(seeds.incrementAndGet(), channels, height, width);
                assertSame(values(many, input, output), values(alone, input, output));
                return true;
              })
          .forEach(done -> assertThat(done).isTrue());
    }
  }

  private static float[] values(TensorModel model, Tensor input, String output) {
    return Objects.requireNonNull(model.run(Map.of("input", input)).get(output)).values();
  }

  private static void assertSame(float[] batched, float[] alone) {
    assertThat(batched).hasSameSizeAs(alone);
    for (int i = 0; i < alone.length; i++) {
      float most = 1e-5f * Math.max(1, Math.abs(alone[i]));
      assertThat(batched[i]).isCloseTo(alone[i], within(most));
    }
  }

  private static Tensor random(long seed, long channels, long height, long width) {
    var random = new Random(seed);
    float[] values = new float[(int) (channels * height * width)];
    for (int i = 0; i < values.length; i++) {
      values[i] = random.nextFloat() - 0.5f;
    }
    return Tensor.of(values, 1, channels, height, width);
  }
}
