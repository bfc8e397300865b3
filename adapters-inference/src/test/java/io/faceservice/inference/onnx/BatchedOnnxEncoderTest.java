package io.faceservice.inference.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import io.faceservice.inference.DefaultPackEncoderContract;
import io.faceservice.inference.tensor.BatchingEngine;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The default pack with shared runs. */
final class BatchedOnnxEncoderTest extends DefaultPackEncoderContract {

  BatchedOnnxEncoderTest() {
    super(
        new BatchingEngine(
            new OnnxEngine(new OnnxOptions(1, OnnxDevice.parse("cpu"), true, Map.of(), Map.of())),
            Duration.ofMillis(2)));
  }

  @Test
  void encodesTheFacesOfOneRequestInOneRun() {
    assertThat(encoder().atOnce()).isGreaterThan(4);
    assertThat(runsForFourFaces()).containsExactly(4L);
  }
}
