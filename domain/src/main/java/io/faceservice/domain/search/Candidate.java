package io.faceservice.domain.search;

import io.faceservice.domain.biometric.CreatedAt;
import io.faceservice.domain.biometric.ReferenceKey;
import io.faceservice.domain.biometric.Source;
import io.faceservice.domain.biometric.SubjectId;
import io.faceservice.domain.compare.Similarity;

/**
 * An enrolled subject whom a probe resembles.
 *
 * @param key whose face it is, and which of them resembles the probe most
 * @param createdAt what the caller said when enrolling that face
 * @param similarity of the probe to that face
 */
public record Candidate(ReferenceKey key, CreatedAt createdAt, Similarity similarity) {

  public Source source() {
    return key.source();
  }

  public SubjectId subject() {
    return key.subject();
  }
}
