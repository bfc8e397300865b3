package io.faceservice.vectorstore.embedded;

/**
 * How one face lies in memory: a line of sign bits, and a row of an 8-bit code followed by what
 * belongs to it. Sizes and offsets in bytes; lines are whole cache lines.
 *
 * @param dimension how many values an embedding has
 */
record Layout(int dimension) {
  /** Signs are scanned eight words of 64 bits at a time. */
  static final int WORDS_AT_ONCE = 8;

  /** Codes are multiplied 32 values at a time; what is padded is zero. */
  private static final int VALUES_AT_ONCE = 32;

  private static final int RECORD = 0;
  private static final int CHECKSUM = 4;
  private static final int SCALE = 8;
  private static final int RESIDUAL = 12;
  private static final int LABEL_BYTES = 16;

  Layout {
    if (dimension < 1) {
      throw new IllegalArgumentException("an embedding has one value or more");
    }
  }

  /** 64-bit words of a line of signs. */
  int signWords() {
    return WORDS_AT_ONCE * Math.ceilDiv(dimension, Long.SIZE * WORDS_AT_ONCE);
  }

  int signBytes() {
    return signWords() * Long.BYTES;
  }

  /** Values of a code, padding included. */
  int codeBytes() {
    return VALUES_AT_ONCE * Math.ceilDiv(dimension, VALUES_AT_ONCE);
  }

  int rowBytes() {
    return codeBytes() + LABEL_BYTES;
  }

  /** Bytes of an embedding as floats. */
  int vectorBytes() {
    return dimension * Float.BYTES;
  }

  int recordOffset() {
    return codeBytes() + RECORD;
  }

  int checksumOffset() {
    return codeBytes() + CHECKSUM;
  }

  int scaleOffset() {
    return codeBytes() + SCALE;
  }

  int residualOffset() {
    return codeBytes() + RESIDUAL;
  }
}
