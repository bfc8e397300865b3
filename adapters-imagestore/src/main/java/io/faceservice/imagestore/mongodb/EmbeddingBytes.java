package io.faceservice.imagestore.mongodb;

import io.faceservice.domain.biometric.Embedding;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** An embedding as it is stored: IEEE 754 floats, little-endian, one after the other. */
final class EmbeddingBytes {
  private EmbeddingBytes() {}

  static byte[] of(Embedding embedding) {
    float[] values = embedding.toArray();
    byte[] bytes = new byte[values.length * Float.BYTES];
    ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().put(values);
    return bytes;
  }

  /**
   * @throws IllegalArgumentException if the bytes are no unit vector
   */
  static Embedding read(byte[] bytes) {
    float[] values = new float[bytes.length / Float.BYTES];
    ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().get(values);
    return Embedding.ofUnit(values);
  }
}
