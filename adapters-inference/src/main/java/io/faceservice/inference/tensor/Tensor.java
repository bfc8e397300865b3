package io.faceservice.inference.tensor;

import java.util.Arrays;
import java.util.List;

/**
 * A dense array of 32-bit floats in row-major order. Owned by whoever made it: values are neither
 * copied in nor out, for they are megabytes on the way to a model.
 */
public final class Tensor {
  private final float[] values;
  private final long[] shape;

  private Tensor(float[] values, long[] shape) {
    this.values = values;
    this.shape = shape;
  }

  /**
   * @param values as many as the shape's product
   * @param shape sizes from the outermost dimension to the innermost
   */
  public static Tensor of(float[] values, long... shape) {
    long size = 1;
    for (long s : shape) {
      size *= s;
    }
    if (size != values.length) {
      throw new IllegalArgumentException(
          "%d values do not fill the shape %s".formatted(values.length, Arrays.toString(shape)));
    }
    return new Tensor(values, shape.clone());
  }

  /** One after the other in the outermost dimension. */
  public static Tensor joined(List<float[]> parts, long... shape) {
    float[] values = new float[parts.stream().mapToInt(part -> part.length).sum()];
    int next = 0;
    for (float[] part : parts) {
      System.arraycopy(part, 0, values, next, part.length);
      next += part.length;
    }
    return of(values, shape);
  }

  /** The values themselves, not a copy. */
  public float[] values() {
    return values;
  }

  public long[] shape() {
    return shape.clone();
  }

  /** The size of the innermost dimension. */
  public int columns() {
    return (int) shape[shape.length - 1];
  }

  /** How many rows of {@link #columns()} there are over all other dimensions. */
  public int rows() {
    return values.length / columns();
  }

  @Override
  public String toString() {
    return "Tensor" + Arrays.toString(shape);
  }
}
