package io.faceservice.inference.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import com.google.protobuf.ByteString;
import io.faceservice.inference.InstalledPack;
import io.faceservice.inference.onnx.wire.ModelProto;
import io.faceservice.inference.onnx.wire.TensorProto;
import io.faceservice.inference.tensor.TensorModel;
import io.faceservice.inference.tensor.TensorSignature;
import io.faceservice.inference.tensor.TensorSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Test;

/** With the default embedder, a sixth of whose weights are tiny. */
final class WeightsTrialTest {
  private static final TensorSignature EMBEDDER =
      new TensorSignature(
          List.of(new TensorSpec("input", List.of(TensorSpec.FREE, 3L, 112L, 112L))),
          List.of(TensorSpec.named("output")));

  private static byte[] bytes() throws IOException {
    return Files.readAllBytes(InstalledPack.folder().resolve("fr_feature.onnx"));
  }

  private static TensorModel model(byte[] bytes) throws OrtException {
    OrtEnvironment environment = OrtEnvironment.getEnvironment();
    return new OnnxTensorModel("model", environment, environment.createSession(bytes), EMBEDDER);
  }

  /** With nothing but zeros for weights. */
  private static byte[] blank() throws IOException {
    ModelProto.Builder whole = ModelProto.parseFrom(bytes()).toBuilder();
    var graph = whole.getGraphBuilder();
    for (int i = 0; i < graph.getInitializerCount(); i++) {
      TensorProto.Builder weights = graph.getInitializerBuilder(i);
      if (weights.getDataType() == 1) {
        weights.setRawData(ByteString.copyFrom(new byte[weights.getRawData().size()]));
      }
    }
    return whole.build().toByteArray();
  }

  @Test
  void passesWhatAnswersTheSame() throws IOException, OrtException {
    try (TensorModel whole = model(bytes());
        TensorModel light = model(TinyWeights.dropped(bytes()).orElseThrow())) {
      assertThat(WeightsTrial.passes(whole, light, EMBEDDER)).isTrue();
    }
  }

  @Test
  void failsWhatAnswersOtherwise() throws IOException, OrtException {
    try (TensorModel whole = model(bytes());
        TensorModel other = model(blank())) {
      assertThat(WeightsTrial.passes(whole, other, EMBEDDER)).isFalse();
    }
  }

  @Test
  void failsWhatCannotBeTried() throws IOException, OrtException {
    var free =
        new TensorSignature(
            List.of(new TensorSpec("input", List.of(1L, 3L, TensorSpec.FREE, TensorSpec.FREE))),
            EMBEDDER.outputs());
    try (TensorModel whole = model(bytes())) {
      assertThat(WeightsTrial.passes(whole, whole, free)).isFalse();
    }
  }
}
