package io.faceservice.vectorstore.embedded;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/** The inner product as a loop, for a JVM without the Vector API. */
final class PlainDot implements Dot {

  @Override
  public int product(MemorySegment memory, long row, Code probe) {
    short[] steps = probe.steps();
    int quarter = steps.length / Layout.VALUES_PACKED;
    int sum = 0;
    for (int i = 0; i < quarter; i++) {
      int one = memory.get(ValueLayout.JAVA_BYTE, row + i) & 0xff;
      int two = memory.get(ValueLayout.JAVA_BYTE, row + quarter + i) & 0xff;
      int three = memory.get(ValueLayout.JAVA_BYTE, row + 2L * quarter + i) & 0xff;
      int four = (one >>> 6) | ((two >>> 4) & 12) | ((three >>> 2) & 48);
      sum +=
          (one & PackedCode.LOW) * steps[i]
              + (two & PackedCode.LOW) * steps[quarter + i]
              + (three & PackedCode.LOW) * steps[2 * quarter + i]
              + four * steps[3 * quarter + i];
    }
    return sum - Code.FACE * probe.sum();
  }
}
