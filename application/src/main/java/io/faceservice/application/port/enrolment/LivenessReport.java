package io.faceservice.application.port.enrolment;

/**
 * What a liveness check found, in the words of the use case that made it. The store keeps it
 * verbatim and never reads it.
 *
 * @param text JSON, or empty if there was no check
 */
public record LivenessReport(String text) {
  /** There was no liveness check. */
  public static final LivenessReport NONE = new LivenessReport("");
}
