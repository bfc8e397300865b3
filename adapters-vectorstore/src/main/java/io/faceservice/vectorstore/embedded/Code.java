package io.faceservice.vectorstore.embedded;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/**
 * An embedding in 8 bits a value: {@code value ≈ scale · step}, steps −127 to 127. What rounding
 * lost is known by its length, so that scores of codes come with a bound that holds.
 */
final class Code {
  private static final int MAX_STEP = 127;

  private final short[] steps;
  private final float scale;
  private final float residual;

  private Code(short[] steps, float scale, float residual) {
    this.steps = steps;
    this.scale = scale;
    this.residual = residual;
  }

  /** Rounds a vector; the steps are padded with zeros as the layout asks. */
  static Code of(float[] unit, Layout layout) {
    float largest = 0;
    for (float value : unit) {
      largest = Math.max(largest, Math.abs(value));
    }
    float scale = largest / MAX_STEP;
    float inverse = MAX_STEP / largest;
    short[] steps = new short[layout.codeBytes()];
    double lost = 0;
    for (int i = 0; i < unit.length; i++) {
      int step = Math.round(unit[i] * inverse);
      steps[i] = (short) Math.clamp(step, -MAX_STEP, MAX_STEP);
      double rest = unit[i] - (double) scale * steps[i];
      lost += rest * rest;
    }
    return new Code(steps, scale, Math.nextUp((float) Math.sqrt(lost)));
  }

  /** Reads the code of a row in memory. */
  static Code read(MemorySegment memory, long row, Layout layout) {
    short[] steps = new short[layout.codeBytes()];
    for (int i = 0; i < steps.length; i++) {
      steps[i] = memory.get(ValueLayout.JAVA_BYTE, row + i);
    }
    return new Code(
        steps,
        memory.get(ValueLayout.JAVA_FLOAT_UNALIGNED, row + layout.scaleOffset()),
        memory.get(ValueLayout.JAVA_FLOAT_UNALIGNED, row + layout.residualOffset()));
  }

  /** Writes the code into a row in memory. */
  void write(MemorySegment memory, long row, Layout layout) {
    for (int i = 0; i < steps.length; i++) {
      memory.set(ValueLayout.JAVA_BYTE, row + i, (byte) steps[i]);
    }
    memory.set(ValueLayout.JAVA_FLOAT_UNALIGNED, row + layout.scaleOffset(), scale);
    memory.set(ValueLayout.JAVA_FLOAT_UNALIGNED, row + layout.residualOffset(), residual);
  }

  /** The steps, padding included: not a copy. */
  short[] steps() {
    return steps;
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

  /**
   * Sign bits of the code less a mean, 64 to a word, padded with zeros.
   *
   * @param mean one value for each dimension
   */
  long[] signs(float[] mean, Layout layout) {
    long[] words = new long[layout.signWords()];
    for (int i = 0; i < mean.length; i++) {
      long bit = value(i) > mean[i] ? 1 : 0;
      words[i / Long.SIZE] |= bit << i;
    }
    return words;
  }

  @Override
  public String toString() {
    return "Code[" + steps.length + "]";
  }
}
