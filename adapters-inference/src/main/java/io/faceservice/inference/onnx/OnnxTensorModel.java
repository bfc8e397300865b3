package io.faceservice.inference.onnx;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OnnxValue;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import io.faceservice.application.port.BackendException;
import io.faceservice.application.port.BackendException.Kind;
import io.faceservice.inference.tensor.Tensor;
import io.faceservice.inference.tensor.TensorModel;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.HashMap;
import java.util.Map;

/** One ONNX session. Runs share it; their tensors live in native memory only while they run. */
final class OnnxTensorModel implements TensorModel {
  private final String name;
  private final OrtEnvironment environment;
  private final OrtSession session;

  OnnxTensorModel(String name, OrtEnvironment environment, OrtSession session) {
    this.name = name;
    this.environment = environment;
    this.session = session;
  }

  @Override
  public Map<String, Tensor> run(Map<String, Tensor> inputs) {
    Map<String, OnnxTensor> feeds = new HashMap<>();
    try (Arena arena = Arena.ofConfined()) {
      try {
        for (var input : inputs.entrySet()) {
          feeds.put(input.getKey(), toNative(arena, input.getValue()));
        }
        try (OrtSession.Result result = session.run(feeds)) {
          return fromNative(result);
        }
      } finally {
        feeds.values().forEach(OnnxTensor::close);
      }
    } catch (OrtException | IllegalStateException e) {
      throw new BackendException(Kind.REFUSED, "inference", name + " did not run", e);
    }
  }

  private OnnxTensor toNative(Arena arena, Tensor tensor) throws OrtException {
    float[] values = tensor.values();
    MemorySegment memory = arena.allocate(ValueLayout.JAVA_FLOAT, values.length);
    MemorySegment.copy(values, 0, memory, ValueLayout.JAVA_FLOAT, 0, values.length);
    FloatBuffer buffer = memory.asByteBuffer().order(ByteOrder.nativeOrder()).asFloatBuffer();
    return OnnxTensor.createTensor(environment, buffer, tensor.shape());
  }

  private Map<String, Tensor> fromNative(OrtSession.Result result) {
    Map<String, Tensor> outputs = new HashMap<>();
    for (Map.Entry<String, OnnxValue> output : result) {
      if (output.getValue() instanceof OnnxTensor tensor) {
        FloatBuffer buffer = tensor.getFloatBuffer();
        float[] values = new float[buffer.remaining()];
        buffer.get(values);
        outputs.put(output.getKey(), Tensor.of(values, tensor.getInfo().getShape()));
      }
    }
    return outputs;
  }

  @Override
  public void close() {
    try {
      session.close();
    } catch (OrtException | IllegalStateException e) {
      throw new BackendException(Kind.REFUSED, "inference", name + " did not close", e);
    }
  }
}
