package io.faceservice.inference.tensor;

import io.faceservice.application.port.BackendException;
import io.faceservice.application.port.BackendException.Kind;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Holds what goes into a model, and what comes out of it, to the model's description. */
public final class TensorCheck {
  private final String model;
  private final TensorSignature signature;

  /**
   * @param model what to call the model in messages
   */
  public TensorCheck(String model, TensorSignature signature) {
    this.model = model;
    this.signature = signature;
  }

  /**
   * Compares the description with what the model itself tells.
   *
   * @throws BackendException of kind {@code CORRUPT}, naming the tensor that differs
   */
  public void signature(TensorSignature told) {
    signature
        .differenceOf(told)
        .ifPresent(
            difference -> {
              throw corrupt("is not what the model pack describes: " + difference);
            });
  }

  /**
   * The described outputs under the names that the description has for them.
   *
   * @param told what the model itself tells, which counts where the description says nothing
   * @throws BackendException of kind {@code CORRUPT} if one is missing, has another shape, or holds
   *     what is no finite number
   */
  public Map<String, Tensor> outputs(Map<String, Tensor> given, TensorSignature told) {
    Map<String, Tensor> outputs = new HashMap<>();
    for (TensorSpec spec : signature.outputs()) {
      String name =
          spec.name().equals(TensorSpec.ONLY) && given.size() == 1
              ? given.keySet().iterator().next()
              : spec.name();
      Tensor tensor = given.get(name);
      if (tensor == null) {
        throw corrupt("gave no output " + spec.name());
      }
      var shape = new TensorSpec(name, boxed(tensor.shape()));
      Stream.concat(Stream.of(spec), told.outputs().stream().filter(o -> o.name().equals(name)))
          .forEach(wanted -> agree(wanted, shape));
      if (!finite(tensor.values())) {
        throw corrupt("gave %s with values that are no numbers".formatted(name));
      }
      outputs.put(spec.name(), tensor);
    }
    return outputs;
  }

  private void agree(TensorSpec wanted, TensorSpec given) {
    if (!wanted.agreesWith(given)) {
      throw corrupt(
          "gave %s of shape %s, not %s"
              .formatted(given.name(), given.dimensions(), wanted.dimensions()));
    }
  }

  /** Whether the description has a tensor that this may be. */
  public boolean cares(String name) {
    return Stream.concat(signature.inputs().stream(), signature.outputs().stream())
        .anyMatch(spec -> spec.name().equals(TensorSpec.ONLY) || spec.name().equals(name));
  }

  private static List<Long> boxed(long[] shape) {
    return Arrays.stream(shape).boxed().toList();
  }

  private static boolean finite(float[] values) {
    for (float value : values) {
      if (!Float.isFinite(value)) {
        return false;
      }
    }
    return true;
  }

  private BackendException corrupt(String problem) {
    return new BackendException(Kind.CORRUPT, "inference", model + " " + problem);
  }
}
