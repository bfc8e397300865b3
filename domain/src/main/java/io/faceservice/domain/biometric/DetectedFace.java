package io.faceservice.domain.biometric;

import java.util.List;

/**
 * One face that the detector found.
 *
 * @param box where it is, as the detector drew it
 * @param confidence the detector's own score, 0 to 1
 * @param keypoints left eye, right eye, nose, left and right mouth corner (left as seen in the
 *     picture) where the detector gives them, else empty
 */
public record DetectedFace(Box box, double confidence, List<Point> keypoints) {
  public DetectedFace {
    if (!(confidence >= 0 && confidence <= 1)) {
      throw new IllegalArgumentException("confidence lies in 0..1");
    }
    keypoints = List.copyOf(keypoints);
    if (!keypoints.isEmpty() && keypoints.size() != 5) {
      throw new IllegalArgumentException("a face has five keypoints, or none are known");
    }
  }
}
