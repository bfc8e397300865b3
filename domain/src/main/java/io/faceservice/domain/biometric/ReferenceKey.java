package io.faceservice.domain.biometric;

/** One reference face among all subjects of all sources. */
public record ReferenceKey(Source source, SubjectId subject, ReferenceId reference) {

  /** Whose face it is. */
  public SubjectKey subjectKey() {
    return new SubjectKey(source, subject);
  }
}
