package io.faceservice.inference.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.onnxruntime.OrtProvider;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class OnnxDeviceTest {
  private static final List<OrtProvider> CPU_BUILD = List.of(OrtProvider.CPU);
  private static final List<OrtProvider> GPU_BUILD =
      List.of(OrtProvider.TENSOR_RT, OrtProvider.CUDA, OrtProvider.CPU);

  @Test
  void neverTriesAGpuOnCpu() {
    assertThat(OnnxDevice.parse("cpu").triesCuda(GPU_BUILD)).isFalse();
  }

  @Test
  void triesAGpuOnAutoWhereTheBuildKnowsOne() {
    assertThat(OnnxDevice.parse("auto").triesCuda(GPU_BUILD)).isTrue();
    assertThat(OnnxDevice.parse("auto").triesCuda(CPU_BUILD)).isFalse();
  }

  @Test
  void insistsOnAGpuOnCuda() {
    assertThat(OnnxDevice.parse("cuda:1").triesCuda(GPU_BUILD)).isTrue();
    assertThat(OnnxDevice.parse("cuda:1").gpu()).isEqualTo(1);
    assertThatThrownBy(() -> OnnxDevice.parse("cuda").triesCuda(CPU_BUILD))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("-Pgpu");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "gpu", "cuda:", "cuda:x", "CPU"})
  void refusesOtherWords(String words) {
    assertThatThrownBy(() -> OnnxDevice.parse(words)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void readsProviderOptions() {
    assertThat(OnnxOptions.providerOptions("")).isEmpty();
    assertThat(OnnxOptions.providerOptions("trt_fp16_enable=1, device_id=0"))
        .isEqualTo(Map.of("trt_fp16_enable", "1", "device_id", "0"));
    assertThatThrownBy(() -> OnnxOptions.providerOptions("fp16"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("fp16");
  }
}
