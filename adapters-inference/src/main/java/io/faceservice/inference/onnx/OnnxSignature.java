package io.faceservice.inference.onnx;

import ai.onnxruntime.NodeInfo;
import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.TensorInfo;
import io.faceservice.inference.tensor.TensorSignature;
import io.faceservice.inference.tensor.TensorSpec;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;

/** What an ONNX model tells of the tensors that it takes and gives. */
final class OnnxSignature {
  private OnnxSignature() {}

  /** The tensors of floats; others are none of a pack's. */
  static TensorSignature of(OrtSession session) throws OrtException {
    return new TensorSignature(
        specs(session.getInputInfo().values()), specs(session.getOutputInfo().values()));
  }

  private static List<TensorSpec> specs(Collection<NodeInfo> nodes) {
    return nodes.stream()
        .filter(
            node -> node.getInfo() instanceof TensorInfo info && info.type == OnnxJavaType.FLOAT)
        .map(node -> new TensorSpec(node.getName(), shape((TensorInfo) node.getInfo())))
        .toList();
  }

  private static List<Long> shape(TensorInfo info) {
    return Arrays.stream(info.getShape()).boxed().toList();
  }
}
