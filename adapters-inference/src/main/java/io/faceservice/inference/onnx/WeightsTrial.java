package io.faceservice.inference.onnx;

import io.faceservice.application.port.BackendException;
import io.faceservice.inference.tensor.Tensor;
import io.faceservice.inference.tensor.TensorModel;
import io.faceservice.inference.tensor.TensorSignature;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Tries whether a model answers without its tiny weights as it does with them. */
final class WeightsTrial {
  private static final float SAME = 1e-5f;

  private WeightsTrial() {}

  static boolean passes(TensorModel whole, TensorModel dropped, TensorSignature signature) {
    if (!TrialInputs.canBeMade(signature)) {
      return false;
    }
    try {
      Map<String, Tensor> picture = TrialInputs.of(signature, 1);
      Map<String, Tensor> expected = whole.run(picture);
      Map<String, Tensor> answers = dropped.run(picture);
      return expected.keySet().stream()
          .allMatch(output -> same(expected.get(output), answers.get(output)));
    } catch (BackendException e) {
      return false;
    }
  }

  private static boolean same(@Nullable Tensor whole, @Nullable Tensor dropped) {
    if (whole == null || dropped == null) {
      return false;
    }
    float[] one = whole.values();
    float[] other = dropped.values();
    for (int i = 0; i < one.length; i++) {
      if (Math.abs(one[i] - other[i]) > SAME * Math.max(1, Math.abs(one[i]))) {
        return false;
      }
    }
    return true;
  }
}
