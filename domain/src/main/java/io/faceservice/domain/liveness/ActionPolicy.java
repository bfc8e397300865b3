package io.faceservice.domain.liveness;

import java.util.List;

/**
 * When a commanded action counts as done. Angles in degrees as {@link HeadPose} counts them, ratios
 * as {@link FacialExpression} does.
 *
 * @param frames how many frames are not yet enough: an action passes when more than these cross
 * @param up pitch below which a head looks up
 * @param down pitch above which it looks down
 * @param left yaw above which it looks left
 * @param right yaw below which it looks right
 * @param tiltingLeft roll above which it tilts left
 * @param tiltingRight roll below which it tilts right
 * @param blink eye ratio above which an eye is shut
 * @param mouth mouth ratio above which the mouth is open
 */
public record ActionPolicy(
    int frames,
    double up,
    double down,
    double left,
    double right,
    double tiltingLeft,
    double tiltingRight,
    double blink,
    double mouth) {

  /** What one frame shows of the head. */
  public record Observation(HeadPose pose, FacialExpression expression) {}

  /** Whether enough frames show the action. */
  public boolean passes(HeadAction action, List<Observation> observations) {
    return observations.stream().filter(o -> shows(action, o)).count() > frames;
  }

  private boolean shows(HeadAction action, Observation o) {
    return switch (action) {
      case HEAD_UP -> o.pose().pitch() < up;
      case HEAD_DOWN -> o.pose().pitch() > down;
      case HEAD_LEFT -> o.pose().yaw() > left;
      case HEAD_RIGHT -> o.pose().yaw() < right;
      case HEAD_TILTING_LEFT -> o.pose().roll() > tiltingLeft;
      case HEAD_TILTING_RIGHT -> o.pose().roll() < tiltingRight;
      case EYE_BLINK -> o.expression().eyeRatio() > blink;
      case MOUTH_OPEN -> o.expression().mouthRatio() > mouth;
    };
  }
}
