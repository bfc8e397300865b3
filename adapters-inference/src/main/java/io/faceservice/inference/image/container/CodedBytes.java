package io.faceservice.inference.image.container;

/**
 * The bytes of coded pixels. Whoever makes one gives the array away, and whoever reads it leaves it
 * as it is: files are megabytes and are not copied.
 */
public final class CodedBytes {
  private final byte[] bytes;

  CodedBytes(byte[] bytes) {
    this.bytes = bytes;
  }

  public byte[] array() {
    return bytes;
  }

  @Override
  public String toString() {
    return "CodedBytes[" + bytes.length + "]";
  }
}
