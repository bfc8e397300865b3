package io.faceservice.inference.decode;

import io.faceservice.application.port.BackendException;
import io.faceservice.application.port.BackendException.Kind;
import io.faceservice.inference.tensor.Tensor;
import java.util.Map;
import java.util.TreeSet;

/** Takes outputs by name, and says which one is missing or misshapen. */
final class Outputs {
  private Outputs() {}

  /**
   * An output seen as rows of that many columns.
   *
   * @throws BackendException if it is missing or its innermost dimension differs
   */
  static Tensor rowsOf(Map<String, Tensor> outputs, String name, int columns) {
    Tensor tensor = outputs.get(name);
    if (tensor == null) {
      throw corrupt(
          "the detector has no output %s but %s".formatted(name, new TreeSet<>(outputs.keySet())));
    }
    if (tensor.columns() != columns) {
      throw corrupt(
          "the detector's output %s is %s, not rows of %d".formatted(name, tensor, columns));
    }
    return tensor;
  }

  /**
   * The values of an output of exactly that many rows and columns.
   *
   * @throws BackendException if it is missing or has another shape
   */
  static float[] valuesOf(Map<String, Tensor> outputs, String name, int rows, int columns) {
    Tensor tensor = rowsOf(outputs, name, columns);
    if (tensor.rows() != rows) {
      throw corrupt(
          "the detector's output %s is %s, not %d rows of %d"
              .formatted(name, tensor, rows, columns));
    }
    return tensor.values();
  }

  private static BackendException corrupt(String message) {
    return new BackendException(Kind.CORRUPT, "inference", message);
  }
}
