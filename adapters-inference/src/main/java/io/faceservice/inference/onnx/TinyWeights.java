package io.faceservice.inference.onnx;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import io.faceservice.inference.onnx.wire.GraphProto;
import io.faceservice.inference.onnx.wire.ModelProto;
import io.faceservice.inference.onnx.wire.TensorProto;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.Optional;

/**
 * Weights of an ONNX file that are too small to change an answer, and too dear to be multiplied by.
 *
 * <p>Training drives whole channels towards zero, and their products end as subnormal floats, for
 * which many processors take some hundred cycles instead of one. ONNX Runtime can be told to treat
 * those as zeros, but only on threads of its own, and a run on one thread takes its caller's.
 */
final class TinyWeights {
  /** Of the largest weight of the same tensor: far below the 24 bits that a sum can hold of it. */
  private static final float TINY = 0x1p-40f;

  /** TensorProto.DataType.FLOAT. */
  private static final int FLOATS = 1;

  private TinyWeights() {}

  /**
   * The same model with zeros in their place; empty if it has none.
   *
   * @throws InvalidProtocolBufferException if it is no ONNX file
   */
  static Optional<byte[]> dropped(byte[] model) throws InvalidProtocolBufferException {
    ModelProto whole = ModelProto.parseFrom(model);
    GraphProto.Builder graph = whole.getGraph().toBuilder();
    boolean changed = false;
    for (int i = 0; i < graph.getInitializerCount(); i++) {
      TensorProto weights = graph.getInitializer(i);
      if (weights.getDataType() == FLOATS) {
        byte[] raw = raw(weights);
        if (drop(floats(raw))) {
          graph.setInitializer(
              i, weights.toBuilder().clearFloatData().setRawData(ByteString.copyFrom(raw)));
          changed = true;
        }
      }
    }
    return changed
        ? Optional.of(whole.toBuilder().setGraph(graph).build().toByteArray())
        : Optional.empty();
  }

  private static byte[] raw(TensorProto weights) {
    if (weights.hasRawData()) {
      return weights.getRawData().toByteArray();
    }
    byte[] raw = new byte[weights.getFloatDataCount() * Float.BYTES];
    FloatBuffer values = floats(raw);
    weights.getFloatDataList().forEach(values::put);
    return raw;
  }

  private static FloatBuffer floats(byte[] raw) {
    return ByteBuffer.wrap(raw).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer();
  }

  private static boolean drop(FloatBuffer weights) {
    float least = TINY * largest(weights);
    boolean changed = false;
    for (int i = 0; i < weights.limit(); i++) {
      float size = Math.abs(weights.get(i));
      if (size > 0 && size < least) {
        weights.put(i, 0);
        changed = true;
      }
    }
    return changed;
  }

  private static float largest(FloatBuffer weights) {
    float largest = 0;
    for (int i = 0; i < weights.limit(); i++) {
      largest = Math.max(largest, Math.abs(weights.get(i)));
    }
    return largest;
  }
}
