package io.faceservice.vectorstore.milvus;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.faceservice.domain.biometric.ReferenceKey;
import io.faceservice.domain.biometric.Source;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Primary keys: of one length, whatever identifiers they stand for, and the same for all. */
final class Ids {
  /** Characters of a key. */
  static final int LENGTH = 64;

  /** Notes that everything in the system of record is here. */
  static final String WHOLE = "whole";

  private Ids() {}

  static String of(ReferenceKey key) {
    return HexFormat.of()
        .formatHex(sha256(key.source().value(), key.subject().value(), key.reference().value()));
  }

  /** Of the note that a source has, or had, faces. */
  static String ofNote(Source source) {
    return HexFormat.of().formatHex(sha256(source.value()));
  }

  static int hashOf(Source source) {
    return ByteBuffer.wrap(sha256(source.value())).getInt();
  }

  /** Each part after its length, so that no two lists of parts are the same bytes. */
  private static byte[] sha256(String... parts) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      for (String part : parts) {
        byte[] bytes = part.getBytes(UTF_8);
        digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
        digest.update(bytes);
      }
      return digest.digest();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
