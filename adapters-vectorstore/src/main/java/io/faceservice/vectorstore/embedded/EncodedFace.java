package io.faceservice.vectorstore.embedded;

import io.faceservice.application.port.GalleryEntry;
import io.faceservice.domain.biometric.BiometricReference;

/** A reference made ready to be written, so that no lock is held meanwhile. Not to be changed. */
final class EncodedFace {
  private final byte[] key;
  private final byte[] label;
  private final float[] vector;
  private final Code code;
  private final int checksum;

  EncodedFace(BiometricReference reference, Layout layout) {
    key = Label.ofKey(reference.key());
    label = Label.of(reference.key(), reference.createdAt());
    vector = reference.template().embedding().toArray();
    code = Code.ofFace(vector, layout);
    checksum = GalleryEntry.checksum(reference.template().embedding());
  }

  byte[] key() {
    return key;
  }

  byte[] label() {
    return label;
  }

  float[] vector() {
    return vector;
  }

  Code code() {
    return code;
  }

  int checksum() {
    return checksum;
  }
}
