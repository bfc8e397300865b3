package io.faceservice.inference.onnx;

import io.faceservice.application.port.BackendException;
import io.faceservice.inference.tensor.Tensor;
import io.faceservice.inference.tensor.TensorModel;
import io.faceservice.inference.tensor.TensorSignature;
import java.util.Map;

/** Tries whether a model answers two pictures in one run as it answers each alone. */
final class BatchTrial {
  private static final float SAME = 1e-4f;

  private BatchTrial() {}

  static boolean passes(TensorModel model, TensorSignature signature) {
    if (!TrialInputs.canBeMade(signature)) {
      return false;
    }
    try {
      Map<String, Tensor> both = model.run(TrialInputs.of(signature, 1, 2));
      return same(both, 0, model.run(TrialInputs.of(signature, 1)))
          && same(both, 1, model.run(TrialInputs.of(signature, 2)));
    } catch (BackendException e) {
      return false;
    }
  }

  private static boolean same(Map<String, Tensor> both, int place, Map<String, Tensor> alone) {
    for (var output : alone.entrySet()) {
      float[] one = output.getValue().values();
      Tensor two = both.get(output.getKey());
      if (two == null || two.values().length != 2 * one.length || two.shape()[0] != 2) {
        return false;
      }
      for (int i = 0; i < one.length; i++) {
        float difference = Math.abs(two.values()[place * one.length + i] - one[i]);
        if (difference > SAME * Math.max(1, Math.abs(one[i]))) {
          return false;
        }
      }
    }
    return true;
  }
}
