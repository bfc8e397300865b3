package io.faceservice.vectorstore.embedded;

import static jdk.incubator.vector.VectorOperators.ADD;
import static jdk.incubator.vector.VectorOperators.ASHR;
import static jdk.incubator.vector.VectorOperators.B2S;
import static jdk.incubator.vector.VectorOperators.LSHL;

import java.lang.foreign.MemorySegment;
import java.nio.ByteOrder;
import jdk.incubator.vector.ByteVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.ShortVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * The inner product with the Vector API. Two products of 8-bit steps still fit 16 bits (2 · 127² =
 * 32,258), so they are added there and widened half as often.
 */
final class VectorDot implements Dot {
  private static final VectorSpecies<Byte> BYTES = ByteVector.SPECIES_128;
  private static final VectorSpecies<Short> SHORTS = ShortVector.SPECIES_256;
  private static final VectorSpecies<Integer> INTS = IntVector.SPECIES_256;

  @Override
  public int product(MemorySegment memory, long row, short[] steps) {
    IntVector sum = IntVector.zero(INTS);
    for (int i = 0; i < steps.length; i += 2 * SHORTS.length()) {
      ShortVector one = products(memory, row + i, steps, i);
      ShortVector other = products(memory, row + i + SHORTS.length(), steps, i + SHORTS.length());
      IntVector pairs = one.add(other).reinterpretAsInts();
      IntVector low = pairs.lanewise(LSHL, Short.SIZE).lanewise(ASHR, Short.SIZE);
      sum = sum.add(low).add(pairs.lanewise(ASHR, Short.SIZE));
    }
    return sum.reduceLanes(ADD);
  }

  private static ShortVector products(MemorySegment memory, long at, short[] steps, int from) {
    var code = ByteVector.fromMemorySegment(BYTES, memory, at, ByteOrder.nativeOrder());
    var wide = (ShortVector) code.convertShape(B2S, SHORTS, 0);
    return wide.mul(ShortVector.fromArray(SHORTS, steps, from));
  }
}
