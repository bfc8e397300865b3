package io.faceservice.domain.liveness;

import io.faceservice.domain.biometric.FacialLandmarks;
import io.faceservice.domain.biometric.Point;
import java.util.List;

/**
 * How far eyes and mouth are open.
 *
 * @param eyeRatio width over height of the more closed eye; large when it is shut
 * @param mouthRatio height over width of the inner lips; 0 when it is shut
 */
public record FacialExpression(double eyeRatio, double mouthRatio) {

  /** An eye's height is never taken as less than this share of its width, so ratios stay finite. */
  private static final double LEAST_OPENING = 1e-3;

  /**
   * From the 68 points of iBUG: an eye's width is the distance of its corners, its height the mean
   * distance of its two pairs of lid points (Soukupová and Čech, "Real-Time Eye Blink Detection
   * using Facial Landmarks", 2016, whose ratio is this one's inverse); the mouth's height is the
   * mean distance of its three inner pairs, its width that of its inner corners.
   *
   * @throws IllegalArgumentException for five points, which show neither lids nor lips
   */
  public static FacialExpression of(FacialLandmarks landmarks) {
    List<Point> p = landmarks.asIbug68().points();
    double left = eye(p, 36);
    double right = eye(p, 42);
    double mouthWidth = Math.max(p.get(60).distanceTo(p.get(64)), LEAST_OPENING);
    double mouthHeight =
        (p.get(61).distanceTo(p.get(67))
                + p.get(62).distanceTo(p.get(66))
                + p.get(63).distanceTo(p.get(65)))
            / 3;
    return new FacialExpression(Math.max(left, right), mouthHeight / mouthWidth);
  }

  private static double eye(List<Point> p, int first) {
    double width = p.get(first).distanceTo(p.get(first + 3));
    double height =
        (p.get(first + 1).distanceTo(p.get(first + 5))
                + p.get(first + 2).distanceTo(p.get(first + 4)))
            / 2;
    return width / Math.max(height, Math.max(width * LEAST_OPENING, LEAST_OPENING));
  }
}
