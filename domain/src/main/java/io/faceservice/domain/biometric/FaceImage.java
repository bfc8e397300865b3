package io.faceservice.domain.biometric;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** An encoded picture as it was received: JPEG, PNG, … bytes, not yet looked into. Immutable. */
public final class FaceImage {
  private final byte[] encoded;

  private FaceImage(byte[] encoded) {
    this.encoded = encoded;
  }

  /**
   * Copies the bytes in.
   *
   * @throws InvalidInputException of kind {@code UNREADABLE_IMAGE} if there are none
   */
  public static FaceImage of(byte[] encoded) {
    if (encoded.length == 0) {
      throw new InvalidInputException(
          InvalidInputException.Kind.UNREADABLE_IMAGE, "image", "The image is empty.");
    }
    return new FaceImage(encoded.clone());
  }

  /** Size in bytes. */
  public int size() {
    return encoded.length;
  }

  /** A copy of the bytes. */
  public byte[] toArray() {
    return encoded.clone();
  }

  /** SHA-256 of the bytes, in lower-case hexadecimal: equal for byte-identical images alone. */
  public String digest() {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(encoded));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  @Override
  public String toString() {
    return "FaceImage[" + encoded.length + " bytes]";
  }
}
