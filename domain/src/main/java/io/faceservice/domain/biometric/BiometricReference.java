package io.faceservice.domain.biometric;

/**
 * A template kept of an enrolled subject, to compare probes with: what a gallery searches.
 *
 * @param key whose face it is, and which of them
 * @param template the current template of that face
 * @param createdAt what the caller said when enrolling it
 */
public record BiometricReference(ReferenceKey key, FaceTemplate template, CreatedAt createdAt) {

  public Source source() {
    return key.source();
  }

  public SubjectId subject() {
    return key.subject();
  }
}
