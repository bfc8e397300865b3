package io.faceservice.domain.biometric;

/** One enrolled person among all sources. */
public record SubjectKey(Source source, SubjectId subject) {

  /** The key of one reference face of this person. */
  public ReferenceKey reference(ReferenceId reference) {
    return new ReferenceKey(source, subject, reference);
  }
}
