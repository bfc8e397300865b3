package io.faceservice.inference.tensor;

import java.util.List;
import java.util.stream.Collectors;

/**
 * One tensor of 32-bit floats that a model takes or gives.
 *
 * @param name its name, or {@link #ONLY}
 * @param shape sizes from the outermost dimension to the innermost, {@link #FREE} where any size
 *     will do; empty where nothing is known of it
 */
public record TensorSpec(String name, List<Long> shape) {
  /** A name for the only input or output of a model, whatever the model calls it. */
  public static final String ONLY = "*";

  /** The size of a dimension that may have any. */
  public static final long FREE = -1;

  public TensorSpec {
    shape = List.copyOf(shape);
  }

  /** A tensor of which only the name is known. */
  public static TensorSpec named(String name) {
    return new TensorSpec(name, List.of());
  }

  /** Whether a tensor can be as both say. */
  boolean agreesWith(TensorSpec other) {
    if (shape.isEmpty() || other.shape.isEmpty()) {
      return true;
    }
    if (shape.size() != other.shape.size()) {
      return false;
    }
    for (int i = 0; i < shape.size(); i++) {
      long a = shape.get(i);
      long b = other.shape.get(i);
      if (a != b && a != FREE && b != FREE) {
        return false;
      }
    }
    return true;
  }

  /** The shape in words, free dimensions as a question mark. */
  String dimensions() {
    return shape.isEmpty()
        ? "of any shape"
        : shape.stream()
            .map(size -> size == FREE ? "?" : size.toString())
            .collect(Collectors.joining(", ", "[", "]"));
  }

  @Override
  public String toString() {
    return name + " " + dimensions();
  }
}
