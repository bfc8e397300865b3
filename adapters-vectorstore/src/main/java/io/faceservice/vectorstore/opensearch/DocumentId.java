package io.faceservice.vectorstore.opensearch;

import io.faceservice.domain.biometric.ReferenceKey;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/**
 * Which document a reference is: the same for the same key always, so that a second enrolment
 * replaces the first. A digest, since the server takes 512 bytes at most and keys may be longer.
 */
final class DocumentId {
  private DocumentId() {}

  static String of(ReferenceKey key) {
    MessageDigest digest = sha256();
    add(digest, key.source().value());
    add(digest, key.subject().value());
    add(digest, key.reference().value());
    return Base64.getUrlEncoder().withoutPadding().encodeToString(digest.digest());
  }

  /** Each text with its length before it, so that no two keys are one run of bytes. */
  private static void add(MessageDigest digest, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    digest.update((byte) (bytes.length >> 8));
    digest.update((byte) bytes.length);
    digest.update(bytes);
  }

  static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
