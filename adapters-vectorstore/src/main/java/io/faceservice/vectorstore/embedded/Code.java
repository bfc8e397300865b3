package io.faceservice.vectorstore.embedded;

/**
 * An embedding in few bits: {@code value ≈ scale · step}. What rounding lost is known by its
 * length, so that scores of codes come with a bound that holds.
 */
final class Code {
  /** Steps of a face's code are −31 to 31, in six bits: {@link PackedCode}. */
  static final int FACE = 31;

  /** Steps of a probe's code are −127 to 127: there is one, and it loses less. */
  static final int PROBE = 127;

  private final short[] steps;
  private final float scale;
  private final float residual;
  private final int sum;

  Code(short[] steps, float scale, float residual) {
    this.steps = steps;
    int added = 0;
    for (short step : steps) {
      added += step;
    }
    sum = added;
    this.scale = scale;
    this.residual = residual;
  }

  static Code ofFace(float[] unit, Layout layout) {
    return of(unit, FACE, layout);
  }

  static Code ofProbe(float[] unit, Layout layout) {
    return of(unit, PROBE, layout);
  }

  /** Rounds a vector; the steps are padded with zeros as the layout asks. */
  private static Code of(float[] unit, int greatest, Layout layout) {
    float largest = 0;
    for (float value : unit) {
      largest = Math.max(largest, Math.abs(value));
    }
    float scale = largest / greatest;
    float inverse = greatest / largest;
    short[] steps = new short[layout.codeValues()];
    double lost = 0;
    for (int i = 0; i < unit.length; i++) {
      int step = Math.round(unit[i] * inverse);
      steps[i] = (short) Math.clamp(step, -greatest, greatest);
      double rest = unit[i] - (double) scale * steps[i];
      lost += rest * rest;
    }
    return new Code(steps, scale, Math.nextUp((float) Math.sqrt(lost)));
  }

  /** The steps, padding included: not a copy. */
  short[] steps() {
    return steps;
  }

  /** The sum of all steps. */
  int sum() {
    return sum;
  }

  float scale() {
    return scale;
  }

  /** Length of the difference between the vector and its code, rounded up. */
  float residual() {
    return residual;
  }

  /** The code's value in one dimension. */
  float value(int i) {
    return scale * steps[i];
  }

  @Override
  public String toString() {
    return "Code[" + steps.length + "]";
  }
}
