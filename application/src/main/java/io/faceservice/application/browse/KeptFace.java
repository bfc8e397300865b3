package io.faceservice.application.browse;

import io.faceservice.application.port.enrolment.EnrolledFace;
import java.util.List;

/**
 * A reference face with its history.
 *
 * @param versions those that are kept, newest first; the first is the current one
 */
public record KeptFace(List<EnrolledFace> versions) {
  public KeptFace {
    versions = List.copyOf(versions);
    if (versions.isEmpty()) {
      throw new IllegalArgumentException("a face that is kept has a version");
    }
  }

  /** The version that is searched. */
  public EnrolledFace current() {
    return versions.getFirst();
  }
}
