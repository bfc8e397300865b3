package io.faceservice.vectorstore.embedded;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/** The inner product as a loop, for a JVM without the Vector API. */
final class PlainDot implements Dot {

  @Override
  public int product(MemorySegment memory, long row, short[] steps) {
    int sum = 0;
    for (int i = 0; i < steps.length; i++) {
      sum += memory.get(ValueLayout.JAVA_BYTE, row + i) * steps[i];
    }
    return sum;
  }
}
