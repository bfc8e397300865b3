package io.faceservice.application.port;

import io.faceservice.domain.biometric.BiometricReference;
import io.faceservice.domain.biometric.CreatedAt;
import io.faceservice.domain.biometric.Embedding;
import io.faceservice.domain.biometric.ReferenceKey;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.zip.CRC32C;

/**
 * What a gallery tells of a reference without its template: enough to see whether it is the one in
 * the system of record.
 *
 * @param checksum {@link #checksum} of the embedding
 */
public record GalleryEntry(ReferenceKey key, CreatedAt createdAt, int checksum) {

  /** What a gallery holding exactly this reference answers. */
  public static GalleryEntry of(BiometricReference reference) {
    return new GalleryEntry(
        reference.key(), reference.createdAt(), checksum(reference.template().embedding()));
  }

  /** CRC-32C of the values as little-endian 32-bit floats. */
  public static int checksum(Embedding embedding) {
    var bytes = ByteBuffer.allocate(embedding.dimension() * Float.BYTES);
    bytes.order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().put(embedding.toArray());
    var crc = new CRC32C();
    crc.update(bytes);
    return (int) crc.getValue();
  }
}
