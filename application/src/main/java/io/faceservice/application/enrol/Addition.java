package io.faceservice.application.enrol;

import io.faceservice.application.acquire.Capture;
import io.faceservice.application.port.enrolment.EnrolledFace;

/** What became of adding a face. */
public sealed interface Addition {

  /** The face is kept and searchable. */
  record Added(EnrolledFace face, Capture capture) implements Addition {}

  /** There is no face in one of the pictures; nothing is kept. */
  record NotAcquired() implements Addition {}

  /** Liveness was asked for and not shown; nothing is kept. */
  record NotLive() implements Addition {}

  /**
   * The person has as many faces as they may have; nothing is kept.
   *
   * @param most how many that is
   */
  record NoRoom(int most) implements Addition {}
}
