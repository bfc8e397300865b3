package io.faceservice.inference.onnx;

import io.faceservice.inference.tensor.Tensor;
import io.faceservice.inference.tensor.TensorSignature;
import io.faceservice.inference.tensor.TensorSpec;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;

/** Made-up pictures on which a model that was changed is tried. */
final class TrialInputs {
  private TrialInputs() {}

  /** Whether the description tells every size but that of the batch. */
  static boolean canBeMade(TensorSignature signature) {
    return signature.inputs().stream()
        .map(TensorSpec::shape)
        .allMatch(shape -> !shape.isEmpty() && shape.stream().skip(1).allMatch(size -> size > 0));
  }

  /** One batch with a picture for each seed, the same for the same seed. */
  static Map<String, Tensor> of(TensorSignature signature, long... seeds) {
    Map<String, Tensor> inputs = new HashMap<>();
    for (TensorSpec spec : signature.inputs()) {
      long[] shape = spec.shape().stream().mapToLong(Long::longValue).toArray();
      shape[0] = 1;
      int size = (int) Arrays.stream(shape).reduce(1, (a, b) -> a * b);
      float[] values = new float[size * seeds.length];
      for (int i = 0; i < seeds.length; i++) {
        Random random = new Random(seeds[i]);
        for (int j = 0; j < size; j++) {
          values[i * size + j] = random.nextFloat();
        }
      }
      shape[0] = seeds.length;
      inputs.put(spec.name(), Tensor.of(values, shape));
    }
    return inputs;
  }
}
