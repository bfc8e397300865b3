package io.faceservice.vectorstore.embedded;

/**
 * How one face lies in memory: a line of sign bits, a line of size bits, and a row of a 6-bit code
 * followed by what belongs to it. Sizes and offsets in bytes, worked out once; lines are whole
 * cache lines.
 */
final class Layout {
  static final int CACHE_LINE = 64;

  /** Lines are read eight words of 64 bits at a time. */
  static final int WORDS_AT_ONCE = 8;

  /** Four values are packed in three bytes, a quarter of the dimension apart … */
  static final int VALUES_PACKED = 4;

  /** … and quarters are multiplied 32 values at a time; what is padded is zero. */
  private static final int VALUES_AT_ONCE = 32;

  private static final int RECORD = 0;
  private static final int CHECKSUM = 4;
  private static final int SCALE = 8;
  private static final int RESIDUAL = 12;
  private static final int EXTRA_BYTES = 16;

  private final int dimension;
  private final int lineWords;
  private final int quarter;
  private final int codeBytes;

  /** For embeddings of so many values. */
  Layout(int dimension) {
    if (dimension < 1) {
      throw new IllegalArgumentException("an embedding has one value or more");
    }
    this.dimension = dimension;
    lineWords = WORDS_AT_ONCE * Math.ceilDiv(dimension, Long.SIZE * WORDS_AT_ONCE);
    quarter = VALUES_AT_ONCE * Math.ceilDiv(dimension, VALUES_PACKED * VALUES_AT_ONCE);
    codeBytes = (VALUES_PACKED - 1) * quarter;
  }

  int dimension() {
    return dimension;
  }

  /** 64-bit words of a line of bits. */
  int lineWords() {
    return lineWords;
  }

  int lineBytes() {
    return lineWords * Long.BYTES;
  }

  /** How far apart in a code the values lie that share three bytes. */
  int quarter() {
    return quarter;
  }

  /** Values of a code, padding included. */
  int codeValues() {
    return VALUES_PACKED * quarter;
  }

  int rowBytes() {
    return codeBytes + EXTRA_BYTES;
  }

  /** Bytes of an embedding as floats. */
  int vectorBytes() {
    return dimension * Float.BYTES;
  }

  int recordOffset() {
    return codeBytes + RECORD;
  }

  int checksumOffset() {
    return codeBytes + CHECKSUM;
  }

  int scaleOffset() {
    return codeBytes + SCALE;
  }

  int residualOffset() {
    return codeBytes + RESIDUAL;
  }
}
