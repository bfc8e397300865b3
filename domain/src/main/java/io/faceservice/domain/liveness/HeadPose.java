package io.faceservice.domain.liveness;

import io.faceservice.domain.biometric.FacialLandmarks;

/**
 * How a head is turned, in degrees, about the camera's axes (x to the picture's right, y down, z
 * away from the camera), right-handed; all 0 for a head that looks straight into the camera. The
 * head is turned about x first, then y, then z.
 *
 * @param pitch about x: below 0 up, above 0 down
 * @param yaw about y: above 0 towards the picture's left edge, below 0 towards its right edge
 * @param roll about z: above 0 clockwise in the picture, below 0 counter-clockwise
 */
public record HeadPose(double pitch, double yaw, double roll) {

  /**
   * From landmarks, by the rotation of a generic head that fits them best under weak perspective.
   * Points that lie on one line show no turn: all 0.
   */
  public static HeadPose of(FacialLandmarks landmarks) {
    HeadModel model = HeadModel.of(landmarks.scheme());
    double[][] r = WeakPerspective.rotation(model.points(), model.observed(landmarks));
    return new HeadPose(
        Math.toDegrees(Math.atan2(r[2][1], r[2][2])),
        Math.toDegrees(Math.asin(Math.clamp(-r[2][0], -1, 1))),
        Math.toDegrees(Math.atan2(r[1][0], r[0][0])));
  }
}
