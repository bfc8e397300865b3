package io.faceservice.vectorstore.embedded;

/**
 * How one face lies in memory: a line of sign bits, and a row of an 8-bit code followed by what
 * belongs to it. Sizes and offsets in bytes, worked out once; lines are whole cache lines.
 */
final class Layout {
  static final int CACHE_LINE = 64;

  /** Signs are scanned eight words of 64 bits at a time. */
  static final int WORDS_AT_ONCE = 8;

  /** Codes are multiplied 32 values at a time; what is padded is zero. */
  private static final int VALUES_AT_ONCE = 32;

  private static final int RECORD = 0;
  private static final int CHECKSUM = 4;
  private static final int SCALE = 8;
  private static final int RESIDUAL = 12;
  private static final int EXTRA_BYTES = 16;

  private final int dimension;
  private final int signWords;
  private final int codeBytes;
  private final int rowBytes;

  /** For embeddings of so many values. */
  Layout(int dimension) {
    if (dimension < 1) {
      throw new IllegalArgumentException("an embedding has one value or more");
    }
    this.dimension = dimension;
    signWords = WORDS_AT_ONCE * Math.ceilDiv(dimension, Long.SIZE * WORDS_AT_ONCE);
    codeBytes = VALUES_AT_ONCE * Math.ceilDiv(dimension, VALUES_AT_ONCE);
    rowBytes = codeBytes + EXTRA_BYTES;
  }

  int dimension() {
    return dimension;
  }

  /** 64-bit words of a line of signs. */
  int signWords() {
    return signWords;
  }

  int signBytes() {
    return signWords * Long.BYTES;
  }

  /** Values of a code, padding included. */
  int codeBytes() {
    return codeBytes;
  }

  int rowBytes() {
    return rowBytes;
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
