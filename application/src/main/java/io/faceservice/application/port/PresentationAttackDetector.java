package io.faceservice.application.port;

import io.faceservice.domain.biometric.DetectedFace;
import io.faceservice.domain.biometric.Pixels;
import io.faceservice.domain.liveness.PadScore;

/**
 * Tells a living face from a picture of one. The same pixels give the same answer. Safe for use by
 * many threads.
 */
public interface PresentationAttackDetector {

  /**
   * Scores the presentation of one face, with the context around it.
   *
   * @throws BackendException if inference fails
   */
  PadScore score(Pixels pixels, DetectedFace face);
}
