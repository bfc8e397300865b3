package io.faceservice.inference.onnx;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import io.faceservice.inference.onnx.wire.GraphProto;
import io.faceservice.inference.onnx.wire.ModelProto;
import io.faceservice.inference.onnx.wire.NodeProto;
import io.faceservice.inference.onnx.wire.TensorProto;
import io.faceservice.inference.onnx.wire.TensorShapeProto;
import io.faceservice.inference.onnx.wire.TensorShapeProto.Dimension;
import io.faceservice.inference.onnx.wire.ValueInfoProto;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Frees the batch dimension of an ONNX file that was exported for one picture: that of its inputs
 * and outputs, and of a last Reshape that would flatten a batch. Whether the rest of the graph
 * bears that is for its user to find out.
 */
final class FreedBatch {
  private static final Dimension FREE = Dimension.newBuilder().setDimParam("batch").build();

  private FreedBatch() {}

  /**
   * The same model with a free batch dimension.
   *
   * @throws InvalidProtocolBufferException if it is no ONNX file
   */
  static byte[] of(byte[] model) throws InvalidProtocolBufferException {
    ModelProto whole = ModelProto.parseFrom(model);
    GraphProto.Builder graph = whole.getGraph().toBuilder();
    freeReshapes(graph);
    Set<String> constants = new HashSet<>();
    graph.getInitializerList().forEach(constant -> constants.add(constant.getName()));
    for (int i = 0; i < graph.getInputCount(); i++) {
      if (!constants.contains(graph.getInput(i).getName())) {
        graph.setInput(i, freed(graph.getInput(i)));
      }
    }
    for (int i = 0; i < graph.getOutputCount(); i++) {
      graph.setOutput(i, freed(graph.getOutput(i)));
    }
    return whole.toBuilder().setGraph(graph).build().toByteArray();
  }

  private static ValueInfoProto freed(ValueInfoProto value) {
    if (shape(value).getDimCount() == 0) {
      return value;
    }
    ValueInfoProto.Builder builder = value.toBuilder();
    builder.getTypeBuilder().getTensorTypeBuilder().getShapeBuilder().setDim(0, FREE);
    return builder.build();
  }

  private static TensorShapeProto shape(ValueInfoProto value) {
    return value.getType().getTensorType().getShape();
  }

  /** A Reshape to [1, …] that makes an output keeps the batch, and the output's other sizes. */
  private static void freeReshapes(GraphProto.Builder graph) {
    for (NodeProto node : graph.getNodeList()) {
      if (node.getOpType().equals("Reshape")) {
        for (ValueInfoProto output : graph.getOutputList()) {
          if (output.getName().equals(node.getOutput(0))) {
            freeTarget(graph, node.getInput(1), shape(output).getDimList());
          }
        }
      }
    }
  }

  private static void freeTarget(GraphProto.Builder graph, String name, List<Dimension> shape) {
    var sizes = ByteBuffer.allocate(shape.size() * Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    sizes.putLong(-1);
    shape.stream().skip(1).forEach(dimension -> sizes.putLong(dimension.getDimValue()));
    for (int i = 0; i < graph.getInitializerCount(); i++) {
      TensorProto target = graph.getInitializer(i);
      if (target.getName().equals(name)) {
        graph.setInitializer(
            i,
            target.toBuilder()
                .clearInt64Data()
                .clearDims()
                .addDims(shape.size())
                .setRawData(ByteString.copyFrom(sizes.array())));
      }
    }
  }
}
