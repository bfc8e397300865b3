package io.faceservice.vectorstore.embedded;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.faceservice.domain.biometric.CreatedAt;
import io.faceservice.domain.biometric.ReferenceId;
import io.faceservice.domain.biometric.ReferenceKey;
import io.faceservice.domain.biometric.Source;
import io.faceservice.domain.biometric.SubjectId;
import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * Whose face it is, as bytes: the subject after its length in two bytes, the reference after its
 * length in one, then the caller's creation text. A label begins with its key, and a key with its
 * subject.
 */
final class Label {
  private static final int SUBJECT_AT = Short.BYTES;

  private Label() {}

  static byte[] of(ReferenceKey key, CreatedAt createdAt) {
    byte[] text = createdAt.value().getBytes(UTF_8);
    byte[] start = ofKey(key);
    byte[] label = Arrays.copyOf(start, start.length + text.length);
    System.arraycopy(text, 0, label, start.length, text.length);
    return label;
  }

  static byte[] ofKey(ReferenceKey key) {
    byte[] subject = ofSubject(key.subject());
    byte[] reference = key.reference().value().getBytes(UTF_8);
    return ByteBuffer.allocate(subject.length + 1 + reference.length)
        .put(subject)
        .put((byte) reference.length)
        .put(reference)
        .array();
  }

  static byte[] ofSubject(SubjectId id) {
    byte[] subject = id.value().getBytes(UTF_8);
    return ByteBuffer.allocate(SUBJECT_AT + subject.length)
        .putShort((short) subject.length)
        .put(subject)
        .array();
  }

  static ReferenceKey key(Source source, byte[] label) {
    int reference = subjectEnd(label) + 1;
    return new ReferenceKey(
        source,
        new SubjectId(new String(label, SUBJECT_AT, subjectEnd(label) - SUBJECT_AT, UTF_8)),
        new ReferenceId(new String(label, reference, keyEnd(label) - reference, UTF_8)));
  }

  static CreatedAt createdAt(byte[] label) {
    int from = keyEnd(label);
    return new CreatedAt(new String(label, from, label.length - from, UTF_8));
  }

  static boolean startsWith(byte[] label, byte[] start) {
    return label.length >= start.length
        && Arrays.equals(label, 0, start.length, start, 0, start.length);
  }

  /** Compares the keys of two labels, byte by byte. */
  static int compareKeys(byte[] one, byte[] other) {
    return Arrays.compareUnsigned(one, 0, keyEnd(one), other, 0, keyEnd(other));
  }

  /** A hash of the subject alone, every bit of it worth the same. */
  static int subjectHash(byte[] label) {
    int hash = 0;
    for (int i = 0; i < subjectEnd(label); i++) {
      hash = 31 * hash + label[i];
    }
    // the finaliser of MurmurHash3 (Appleby, public domain)
    hash ^= hash >>> 16;
    hash *= 0x85ebca6b;
    hash ^= hash >>> 13;
    hash *= 0xc2b2ae35;
    return hash ^ (hash >>> 16);
  }

  private static int subjectEnd(byte[] label) {
    return SUBJECT_AT + (((label[0] & 0xff) << Byte.SIZE) | (label[1] & 0xff));
  }

  private static int keyEnd(byte[] label) {
    int length = subjectEnd(label);
    return length + 1 + label[length];
  }
}
