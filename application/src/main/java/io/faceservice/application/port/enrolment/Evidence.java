package io.faceservice.application.port.enrolment;

import io.faceservice.domain.biometric.FaceImage;
import java.util.List;

/**
 * What an enrolment rests on.
 *
 * @param image the picture the template was made of, as received
 * @param livenessFrames the frames sent to prove liveness, as received and in their order; empty if
 *     none were asked for
 * @param liveness what the liveness check found
 */
public record Evidence(FaceImage image, List<FaceImage> livenessFrames, LivenessReport liveness) {
  public Evidence {
    livenessFrames = List.copyOf(livenessFrames);
  }

  /** A picture enrolled without a liveness check. */
  public static Evidence of(FaceImage image) {
    return new Evidence(image, List.of(), LivenessReport.NONE);
  }
}
