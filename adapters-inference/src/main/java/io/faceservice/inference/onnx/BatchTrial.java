package io.faceservice.inference.onnx;

import io.faceservice.application.port.BackendException;
import io.faceservice.inference.tensor.Tensor;
import io.faceservice.inference.tensor.TensorModel;
import io.faceservice.inference.tensor.TensorSignature;
import io.faceservice.inference.tensor.TensorSpec;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Tries whether a model answers two pictures in one run as it answers each alone. */
final class BatchTrial {
  private static final float SAME = 1e-4f;

  private BatchTrial() {}

  static boolean passes(TensorModel model, TensorSignature signature) {
    boolean sized =
        signature.inputs().stream()
            .flatMap(input -> input.shape().stream().skip(1))
            .allMatch(size -> size > 0);
    if (!sized || signature.inputs().stream().anyMatch(input -> input.shape().isEmpty())) {
      return false;
    }
    try {
      Map<String, Tensor> both = model.run(inputs(signature, List.of(1L, 2L)));
      return same(both, 0, model.run(inputs(signature, List.of(1L))))
          && same(both, 1, model.run(inputs(signature, List.of(2L))));
    } catch (BackendException e) {
      return false;
    }
  }

  private static Map<String, Tensor> inputs(TensorSignature signature, List<Long> seeds) {
    Map<String, Tensor> inputs = new HashMap<>();
    for (TensorSpec spec : signature.inputs()) {
      long[] shape = spec.shape().stream().mapToLong(Long::longValue).toArray();
      shape[0] = 1;
      int size = (int) Arrays.stream(shape).reduce(1, (a, b) -> a * b);
      float[] values = new float[size * seeds.size()];
      for (int i = 0; i < seeds.size(); i++) {
        Random random = new Random(seeds.get(i));
        for (int j = 0; j < size; j++) {
          values[i * size + j] = random.nextFloat();
        }
      }
      shape[0] = seeds.size();
      inputs.put(spec.name(), Tensor.of(values, shape));
    }
    return inputs;
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
