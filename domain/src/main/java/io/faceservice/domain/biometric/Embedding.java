package io.faceservice.domain.biometric;

import java.util.Arrays;

/**
 * A face as a point on the unit hypersphere: two embeddings compare by their dot product, which is
 * the cosine of their angle. Immutable.
 */
public final class Embedding {
  /** How far rounding to floats may take the length of a normalised vector from 1. */
  private static final double UNIT_TOLERANCE = 1e-4;

  private final float[] values;

  private Embedding(float[] values) {
    this.values = values;
  }

  /**
   * Scales a vector to unit length.
   *
   * @throws IllegalArgumentException for an empty vector, a zero one, or one that is not finite
   */
  public static Embedding normalised(float[] raw) {
    double sum = 0;
    for (float v : raw) {
      sum += (double) v * v;
    }
    if (raw.length == 0 || sum == 0 || !Double.isFinite(sum)) {
      throw new IllegalArgumentException(
          "an embedding needs finite values and a length above zero");
    }
    double norm = Math.sqrt(sum);
    float[] unit = new float[raw.length];
    for (int i = 0; i < raw.length; i++) {
      unit[i] = (float) (raw[i] / norm);
    }
    return new Embedding(unit);
  }

  /**
   * Takes a vector that was normalised before, for instance one that was stored, bit for bit.
   *
   * @throws IllegalArgumentException if its length is not 1 within {@value #UNIT_TOLERANCE}
   */
  public static Embedding ofUnit(float[] unit) {
    double sum = 0;
    for (float v : unit) {
      sum += (double) v * v;
    }
    if (!(Math.abs(Math.sqrt(sum) - 1) <= UNIT_TOLERANCE)) {
      throw new IllegalArgumentException("the vector is not of unit length");
    }
    return new Embedding(unit.clone());
  }

  public int dimension() {
    return values.length;
  }

  /**
   * Cosine of the angle to another embedding, −1 to 1.
   *
   * @throws IllegalArgumentException if the dimensions differ
   */
  public double cosine(Embedding other) {
    return cosine(other.values);
  }

  /**
   * The same for what is known to be a unit vector: it is neither checked nor copied. The products
   * are added up in four sums, which do not wait for each other.
   *
   * @throws IllegalArgumentException if the dimensions differ
   */
  public double cosine(float[] unit) {
    if (unit.length != values.length) {
      throw new IllegalArgumentException(
          "embeddings of %d and %d values do not compare".formatted(values.length, unit.length));
    }
    double first = 0;
    double second = 0;
    double third = 0;
    double fourth = 0;
    int i = 0;
    for (; i <= unit.length - 4; i += 4) {
      first += (double) values[i] * unit[i];
      second += (double) values[i + 1] * unit[i + 1];
      third += (double) values[i + 2] * unit[i + 2];
      fourth += (double) values[i + 3] * unit[i + 3];
    }
    for (; i < unit.length; i++) {
      first += (double) values[i] * unit[i];
    }
    return Math.clamp((first + second) + (third + fourth), -1, 1);
  }

  /** A copy of the values. */
  public float[] toArray() {
    return values.clone();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Embedding that && Arrays.equals(values, that.values);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(values);
  }

  @Override
  public String toString() {
    return "Embedding[" + values.length + "]";
  }
}
