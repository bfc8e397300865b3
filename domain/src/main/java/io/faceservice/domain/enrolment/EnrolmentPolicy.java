package io.faceservice.domain.enrolment;

/**
 * How many reference faces a subject may have: each is one more chance of a false match, and one
 * more template to compare with.
 *
 * @param mostFaces at least 1
 */
public record EnrolmentPolicy(int mostFaces) {
  public EnrolmentPolicy {
    if (mostFaces < 1) {
      throw new IllegalArgumentException("a subject has room for a face, not for " + mostFaces);
    }
  }

  /** Whether a subject with so many faces may have another. */
  public boolean hasRoomBeside(int faces) {
    return faces < mostFaces;
  }
}
