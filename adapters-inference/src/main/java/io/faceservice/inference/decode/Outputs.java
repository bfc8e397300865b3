package io.faceservice.inference.decode;

import io.faceservice.inference.tensor.Tensor;
import java.util.Map;

/** Takes outputs by name, and says which one is missing or misshapen. */
final class Outputs {
  private Outputs() {}

  /**
   * An output seen as rows of that many columns.
   *
   * @throws IllegalArgumentException if it is missing or its innermost dimension differs
   */
  static Tensor rowsOf(Map<String, Tensor> outputs, String name, int columns) {
    Tensor tensor = outputs.get(name);
    if (tensor == null) {
      throw new IllegalArgumentException(
          "the model has no output " + name + " but " + outputs.keySet());
    }
    if (tensor.columns() != columns) {
      throw new IllegalArgumentException(
          "output %s is %s, not rows of %d".formatted(name, tensor, columns));
    }
    return tensor;
  }
}
