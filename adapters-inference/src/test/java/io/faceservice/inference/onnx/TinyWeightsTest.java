package io.faceservice.inference.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import io.faceservice.inference.InstalledPack;
import io.faceservice.inference.onnx.wire.GraphProto;
import io.faceservice.inference.onnx.wire.ModelProto;
import io.faceservice.inference.onnx.wire.TensorProto;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Test;

final class TinyWeightsTest {
  private static final int FLOATS = 1;
  private static final int DOUBLES = 11;

  private static TensorProto.Builder tensor(int type, float... values) {
    var raw = ByteBuffer.allocate(values.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    for (float value : values) {
      raw.putFloat(value);
    }
    return TensorProto.newBuilder()
        .addDims(values.length)
        .setDataType(type)
        .setRawData(ByteString.copyFrom(raw.flip()));
  }

  private static byte[] model(TensorProto.Builder... weights) {
    var graph = GraphProto.newBuilder();
    List.of(weights).forEach(graph::addInitializer);
    return ModelProto.newBuilder().setGraph(graph).build().toByteArray();
  }

  private static float[] weights(byte[] model) throws InvalidProtocolBufferException {
    TensorProto weights = ModelProto.parseFrom(model).getGraph().getInitializer(0);
    FloatBuffer values =
        weights.getRawData().asReadOnlyByteBuffer().order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer();
    float[] copy = new float[values.limit()];
    values.get(copy);
    return copy;
  }

  @Test
  void dropsWhatIsTinyBesideTheLargest() throws InvalidProtocolBufferException {
    byte[] model = model(tensor(FLOATS, 0.5f, -1e-40f, 1e-20f, -1e-10f, 0));

    byte[] light = TinyWeights.dropped(model).orElseThrow();

    assertThat(weights(light)).containsExactly(0.5f, 0, 0, -1e-10f, 0);
    assertThat(TinyWeights.dropped(light)).isEmpty();
  }

  @Test
  void keepsWhatIsSmallAmongSmall() throws InvalidProtocolBufferException {
    assertThat(TinyWeights.dropped(model(tensor(FLOATS, 1e-20f, 1e-28f, 1e-30f)))).isEmpty();
  }

  @Test
  void readsWeightsThatAreNotStoredRaw() throws InvalidProtocolBufferException {
    var listed =
        TensorProto.newBuilder()
            .addDims(2)
            .setDataType(FLOATS)
            .addAllFloatData(List.of(2f, 1e-30f));

    assertThat(weights(TinyWeights.dropped(model(listed)).orElseThrow())).containsExactly(2f, 0f);
  }

  @Test
  void leavesOtherNumbersAlone() throws InvalidProtocolBufferException {
    assertThat(TinyWeights.dropped(model(tensor(DOUBLES, 0.5f, 1e-40f)))).isEmpty();
  }

  @Test
  void refusesWhatIsNoModel() {
    assertThatExceptionOfType(InvalidProtocolBufferException.class)
        .isThrownBy(() -> TinyWeights.dropped(new byte[] {1, 2, 3}));
  }

  @Test
  void findsSomeInTheDefaultEmbedderAndNoneInTheDetector() throws IOException {
    assertThat(TinyWeights.dropped(read("fr_feature.onnx"))).isPresent();
    assertThat(TinyWeights.dropped(read("fr_detect.onnx"))).isEmpty();
  }

  private static byte[] read(String file) throws IOException {
    return Files.readAllBytes(InstalledPack.folder().resolve(file));
  }
}
