package io.faceservice.domain.biometric;

import java.util.List;

/**
 * Named places of one face, in pixels of the picture. "Left" is the picture's left throughout.
 *
 * @param scheme which convention the points follow
 * @param points the points, in the scheme's order
 */
public record FacialLandmarks(Scheme scheme, List<Point> points) {

  /** How many points there are and what each one means. */
  public enum Scheme {
    /** Left eye, right eye, nose tip, left mouth corner, right mouth corner. */
    FIVE(5),
    /** The 68 points of the iBUG 300-W annotation, 0-based. */
    IBUG_68(68);

    private final int size;

    Scheme(int size) {
      this.size = size;
    }

    public int size() {
      return size;
    }
  }

  public FacialLandmarks {
    points = List.copyOf(points);
    if (points.size() != scheme.size()) {
      throw new IllegalArgumentException(
          "%s has %d points, not %d".formatted(scheme, scheme.size(), points.size()));
    }
  }

  /** The centre of the eye at the picture's left. */
  public Point leftEye() {
    return switch (scheme) {
      case FIVE -> points.get(0);
      case IBUG_68 -> Point.mean(points.get(37), points.get(38), points.get(40), points.get(41));
    };
  }

  /** The centre of the eye at the picture's right. */
  public Point rightEye() {
    return switch (scheme) {
      case FIVE -> points.get(1);
      case IBUG_68 -> Point.mean(points.get(43), points.get(44), points.get(46), points.get(47));
    };
  }

  /** The tip of the nose. */
  public Point nose() {
    return switch (scheme) {
      case FIVE -> points.get(2);
      case IBUG_68 -> points.get(30);
    };
  }

  /** The corner of the mouth at the picture's left. */
  public Point leftMouthCorner() {
    return switch (scheme) {
      case FIVE -> points.get(3);
      case IBUG_68 -> Point.mean(points.get(48), points.get(60));
    };
  }

  /** The corner of the mouth at the picture's right. */
  public Point rightMouthCorner() {
    return switch (scheme) {
      case FIVE -> points.get(4);
      case IBUG_68 -> Point.mean(points.get(54), points.get(64));
    };
  }

  /** Left eye, right eye, nose, left and right mouth corner: what alignment needs. */
  public List<Point> five() {
    return List.of(leftEye(), rightEye(), nose(), leftMouthCorner(), rightMouthCorner());
  }
}
