package io.faceservice.domain.liveness;

/**
 * How a head is turned, in degrees, about the camera's axes (x to the picture's right, y down, z
 * away from the camera), right-handed; all 0 for a head that looks straight into the camera.
 *
 * @param pitch about x: below 0 up, above 0 down
 * @param yaw about y: above 0 towards the picture's left edge, below 0 towards its right edge
 * @param roll about z: above 0 clockwise in the picture, below 0 counter-clockwise
 */
public record HeadPose(double pitch, double yaw, double roll) {}
