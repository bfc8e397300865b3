package io.faceservice.vectorstore.embedded;

import static jdk.incubator.vector.VectorOperators.ADD;
import static jdk.incubator.vector.VectorOperators.ASHR;
import static jdk.incubator.vector.VectorOperators.LSHL;
import static jdk.incubator.vector.VectorOperators.LSHR;
import static jdk.incubator.vector.VectorOperators.ZERO_EXTEND_B2S;

import java.lang.foreign.MemorySegment;
import java.nio.ByteOrder;
import jdk.incubator.vector.ByteVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.ShortVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * The inner product with the Vector API. Four products still fit 16 bits (4 · 62 · 127 = 31,496),
 * so they are added there and widened a quarter as often.
 */
final class VectorDot implements Dot {
  private static final VectorSpecies<Byte> BYTES = ByteVector.SPECIES_128;
  private static final VectorSpecies<Short> SHORTS = ShortVector.SPECIES_256;
  private static final VectorSpecies<Integer> INTS = IntVector.SPECIES_256;

  @Override
  public int product(MemorySegment memory, long row, Code probe) {
    short[] steps = probe.steps();
    int quarter = steps.length / Layout.VALUES_PACKED;
    IntVector sum = IntVector.zero(INTS);
    for (int i = 0; i < quarter; i += SHORTS.length()) {
      ShortVector one = packed(memory, row + i);
      ShortVector two = packed(memory, row + quarter + i);
      ShortVector three = packed(memory, row + 2L * quarter + i);
      ShortVector four =
          one.lanewise(LSHR, 6)
              .or(two.lanewise(LSHR, 4).and((short) 12))
              .or(three.lanewise(LSHR, 2).and((short) 48));
      ShortVector products =
          times(one.and((short) PackedCode.LOW), steps, i)
              .add(times(two.and((short) PackedCode.LOW), steps, quarter + i))
              .add(times(three.and((short) PackedCode.LOW), steps, 2 * quarter + i))
              .add(times(four, steps, 3 * quarter + i));
      IntVector pairs = products.reinterpretAsInts();
      IntVector low = pairs.lanewise(LSHL, Short.SIZE).lanewise(ASHR, Short.SIZE);
      sum = sum.add(low).add(pairs.lanewise(ASHR, Short.SIZE));
    }
    return sum.reduceLanes(ADD) - Code.FACE * probe.sum();
  }

  private static ShortVector packed(MemorySegment memory, long at) {
    var bytes = ByteVector.fromMemorySegment(BYTES, memory, at, ByteOrder.nativeOrder());
    return (ShortVector) bytes.convertShape(ZERO_EXTEND_B2S, SHORTS, 0);
  }

  private static ShortVector times(ShortVector values, short[] steps, int from) {
    return values.mul(ShortVector.fromArray(SHORTS, steps, from));
  }
}
