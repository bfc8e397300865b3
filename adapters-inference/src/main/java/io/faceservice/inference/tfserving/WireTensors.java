package io.faceservice.inference.tfserving;

import com.google.protobuf.ByteString;
import com.google.protobuf.UnsafeByteOperations;
import io.faceservice.application.port.BackendException;
import io.faceservice.application.port.BackendException.Kind;
import io.faceservice.inference.tensor.Tensor;
import io.faceservice.inference.tensor.TensorSpec;
import io.faceservice.inference.tfserving.wire.DataType;
import io.faceservice.inference.tfserving.wire.TensorInfo;
import io.faceservice.inference.tfserving.wire.TensorProto;
import io.faceservice.inference.tfserving.wire.TensorShapeProto;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;

/** Tensors as TensorFlow writes them, to and from ours. */
final class WireTensors {
  private WireTensors() {}

  /** All values as one block of bytes. */
  static TensorProto toWire(Tensor tensor) {
    var bytes = ByteBuffer.allocate(tensor.values().length * Float.BYTES);
    bytes.order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().put(tensor.values());
    TensorShapeProto.Builder shape = TensorShapeProto.newBuilder();
    for (long size : tensor.shape()) {
      shape.addDim(TensorShapeProto.Dim.newBuilder().setSize(size));
    }
    return TensorProto.newBuilder()
        .setDtype(DataType.DT_FLOAT)
        .setTensorShape(shape)
        .setTensorContent(UnsafeByteOperations.unsafeWrap(bytes))
        .build();
  }

  /**
   * Reads values from either place where a server may have put them.
   *
   * @throws BackendException of kind {@code CORRUPT} if they are no floats, or not as many as the
   *     shape wants
   */
  static Tensor fromWire(String name, TensorProto wire) {
    if (wire.getDtype() != DataType.DT_FLOAT) {
      throw corrupt("%s holds %s, not DT_FLOAT".formatted(name, wire.getDtype()));
    }
    long[] shape =
        wire.getTensorShape().getDimList().stream()
            .mapToLong(TensorShapeProto.Dim::getSize)
            .toArray();
    long size = 1;
    for (long s : shape) {
      if (s < 0 || (size *= s) > Integer.MAX_VALUE) {
        throw corrupt("%s has no shape that can be".formatted(name));
      }
    }
    float[] values = wire.getTensorContent().isEmpty() ? listed(wire, (int) size) : content(wire);
    if (values.length != size) {
      throw corrupt("%s has %d values, not %d".formatted(name, values.length, size));
    }
    return Tensor.of(values, shape);
  }

  private static float[] content(TensorProto wire) {
    ByteString content = wire.getTensorContent();
    float[] values = new float[content.size() / Float.BYTES];
    content.asReadOnlyByteBuffer().order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().get(values);
    return values;
  }

  /** Where there are fewer values than places, the last one fills the rest. */
  private static float[] listed(TensorProto wire, int size) {
    int given = wire.getFloatValCount();
    float[] values = new float[given == 0 || given > size ? given : size];
    for (int i = 0; i < values.length; i++) {
      values[i] = wire.getFloatVal(Math.min(i, given - 1));
    }
    return values;
  }

  /**
   * What a server tells of one tensor.
   *
   * @throws BackendException of kind {@code CORRUPT} if it does not hold floats
   */
  static TensorSpec spec(String name, TensorInfo info) {
    if (info.getDtype() != DataType.DT_FLOAT) {
      throw corrupt("%s holds %s, not DT_FLOAT".formatted(name, info.getDtype()));
    }
    List<Long> shape =
        info.getTensorShape().getDimList().stream().map(TensorShapeProto.Dim::getSize).toList();
    return new TensorSpec(name, info.getTensorShape().getUnknownRank() ? List.of() : shape);
  }

  private static BackendException corrupt(String problem) {
    return new BackendException(
        Kind.CORRUPT, "inference", "TensorFlow Serving: the tensor " + problem);
  }
}
