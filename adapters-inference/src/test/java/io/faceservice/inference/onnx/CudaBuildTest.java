package io.faceservice.inference.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assumptions.assumeThat;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtProvider;
import io.faceservice.application.port.BackendException;
import io.faceservice.application.port.BackendException.Kind;
import io.faceservice.inference.InstalledPack;
import io.faceservice.inference.tensor.Tensor;
import io.faceservice.inference.tensor.TensorModel;
import io.faceservice.inference.tensor.TensorSignature;
import io.faceservice.inference.tensor.TensorSpec;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** ONNX Runtime for CUDA on a machine without a GPU: it runs there, and says what it cannot do. */
@Tag("cuda-build")
final class CudaBuildTest {
  private static final TensorSignature LANDMARKS =
      new TensorSignature(
          List.of(new TensorSpec("input", List.of(1L, 1L, 64L, 64L))),
          List.of(new TensorSpec("output", List.of(1L, 136L))));

  @BeforeEach
  void needsNoGpu() {
    assumeThat(Files.exists(Path.of("/dev/nvidia0"))).as("this machine has a GPU").isFalse();
  }

  private static OnnxEngine engine(String device, Map<String, String> tensorRt) {
    return new OnnxEngine(new OnnxOptions(1, OnnxDevice.parse(device), false, Map.of(), tensorRt));
  }

  private static TensorModel load(OnnxEngine engine) {
    return engine.load(InstalledPack.folder().resolve("fr_landmark.onnx"), LANDMARKS);
  }

  private static void runs(OnnxEngine engine) {
    try (TensorModel model = load(engine)) {
      var picture = Tensor.of(new float[64 * 64], 1, 1, 64, 64);
      assertThat(model.run(Map.of("input", picture))).containsKey("output");
    }
  }

  @Test
  void isTheBuildForCuda() {
    assertThat(OrtEnvironment.getAvailableProviders())
        .contains(OrtProvider.CUDA, OrtProvider.TENSOR_RT, OrtProvider.CPU);
  }

  @Test
  void runsModelsOnTheProcessor() {
    runs(engine("cpu", Map.of()));
  }

  @Test
  void goesOnWithoutAGpuOnAuto() {
    OnnxEngine engine = engine("auto", Map.of());
    assertThat(engine.fasterTogether()).isTrue();
    runs(engine);
    assertThat(engine.fasterTogether()).isFalse();
  }

  @Test
  void saysWhyItCannotWhereAGpuIsDemanded() {
    assertThatExceptionOfType(BackendException.class)
        .isThrownBy(() -> load(engine("cuda:0", Map.of())))
        .returns(Kind.REFUSED, BackendException::kind)
        .withMessageContaining("face.inference.onnx.device is cuda:0, which cannot be used")
        .withMessageContaining("libonnxruntime_providers_cuda");
  }

  @Test
  void saysWhyTensorRtCannotBeUsed() {
    assertThatExceptionOfType(BackendException.class)
        .isThrownBy(() -> load(engine("cuda", Map.of("trt_fp16_enable", "1"))))
        .returns(Kind.REFUSED, BackendException::kind);
  }
}
