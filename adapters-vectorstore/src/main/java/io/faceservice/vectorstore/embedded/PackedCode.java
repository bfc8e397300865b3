package io.faceservice.vectorstore.embedded;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/**
 * A face's code in a row in memory. Steps are stored as 0 to 62, four in three bytes: those of the
 * first three quarters of the dimension in the lower six bits of a byte each, that of the last
 * quarter in the upper two bits of the three, the lowest bits first.
 */
final class PackedCode {
  static final int LOW = 63;
  private static final int HIGH_BITS = 2;
  private static final int HIGH = 3;
  private static final int SIX = 6;

  private PackedCode() {}

  static void write(Code code, MemorySegment memory, long row, Layout layout) {
    byte[] packed = packed(code.steps(), layout.quarter());
    MemorySegment.copy(packed, 0, memory, ValueLayout.JAVA_BYTE, row, packed.length);
    memory.set(ValueLayout.JAVA_FLOAT_UNALIGNED, row + layout.scaleOffset(), code.scale());
    memory.set(ValueLayout.JAVA_FLOAT_UNALIGNED, row + layout.residualOffset(), code.residual());
  }

  private static byte[] packed(short[] steps, int quarter) {
    byte[] packed = new byte[3 * quarter];
    for (int i = 0; i < quarter; i++) {
      int last = steps[3 * quarter + i] + Code.FACE;
      packed[i] = with(steps[i], last);
      packed[quarter + i] = with(steps[quarter + i], last >>> HIGH_BITS);
      packed[2 * quarter + i] = with(steps[2 * quarter + i], last >>> (2 * HIGH_BITS));
    }
    return packed;
  }

  private static byte with(short step, int high) {
    return (byte) ((step + Code.FACE) | ((high & HIGH) << SIX));
  }

  static Code read(MemorySegment memory, long row, Layout layout) {
    int quarter = layout.quarter();
    short[] steps = new short[layout.codeValues()];
    for (int i = 0; i < quarter; i++) {
      int last = 0;
      for (int part = 0; part < 3; part++) {
        int packed = memory.get(ValueLayout.JAVA_BYTE, row + (long) part * quarter + i);
        steps[part * quarter + i] = (short) ((packed & LOW) - Code.FACE);
        last |= ((packed >>> SIX) & HIGH) << (part * HIGH_BITS);
      }
      steps[3 * quarter + i] = (short) (last - Code.FACE);
    }
    return new Code(
        steps,
        memory.get(ValueLayout.JAVA_FLOAT_UNALIGNED, row + layout.scaleOffset()),
        memory.get(ValueLayout.JAVA_FLOAT_UNALIGNED, row + layout.residualOffset()));
  }
}
