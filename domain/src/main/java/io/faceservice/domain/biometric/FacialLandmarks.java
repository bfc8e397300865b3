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
    IBUG_68(68),
    /** The 106 points of InsightFace's 2d106det, 0-based. */
    INSIGHT_106(106);

    private final int size;

    Scheme(int size) {
      this.size = size;
    }

    public int size() {
      return size;
    }
  }

  /**
   * Which of the 106 points marks the place of each of the 68. InsightFace tells its mark-up by a
   * picture alone; the projects built on it share this table, for instance roop's DMDNet enhancer
   * ({@code landmarks106_to_68}).
   */
  private static final List<Integer> IBUG_IN_106 =
      List.of(
          1, 10, 12, 14, 16, 3, 5, 7, 0, 23, 21, 19, 32, 30, 28, 26, 17, // jaw
          43, 48, 49, 51, 50, 102, 103, 104, 105, 101, // brows
          72, 73, 74, 86, 78, 79, 80, 85, 84, // nose
          35, 41, 42, 39, 37, 36, 89, 95, 96, 93, 91, 90, // eyes
          52, 64, 63, 71, 67, 68, 61, 58, 59, 53, 56, 55, // outer lips
          65, 66, 62, 70, 69, 57, 60, 54); // inner lips

  public FacialLandmarks {
    points = List.copyOf(points);
    if (points.size() != scheme.size()) {
      throw new IllegalArgumentException(
          "%s has %d points, not %d".formatted(scheme, scheme.size(), points.size()));
    }
  }

  /**
   * The same face by the 68 points of iBUG, for whoever measures on those. From 106 points each is
   * the one that marks the same place.
   *
   * @throws IllegalArgumentException for five points, which are too few
   */
  public FacialLandmarks asIbug68() {
    return switch (scheme) {
      case FIVE -> throw new IllegalArgumentException("five points do not make 68");
      case IBUG_68 -> this;
      case INSIGHT_106 ->
          new FacialLandmarks(Scheme.IBUG_68, IBUG_IN_106.stream().map(points::get).toList());
    };
  }

  /** The centre of the eye at the picture's left. */
  public Point leftEye() {
    return switch (scheme) {
      case FIVE -> points.get(0);
      case IBUG_68 -> Point.mean(points.get(37), points.get(38), points.get(40), points.get(41));
      case INSIGHT_106 -> points.get(38);
    };
  }

  /** The centre of the eye at the picture's right. */
  public Point rightEye() {
    return switch (scheme) {
      case FIVE -> points.get(1);
      case IBUG_68 -> Point.mean(points.get(43), points.get(44), points.get(46), points.get(47));
      case INSIGHT_106 -> points.get(88);
    };
  }

  /** The tip of the nose. */
  public Point nose() {
    return switch (scheme) {
      case FIVE -> points.get(2);
      case IBUG_68 -> points.get(30);
      case INSIGHT_106 -> points.get(86);
    };
  }

  /** The corner of the mouth at the picture's left. */
  public Point leftMouthCorner() {
    return switch (scheme) {
      case FIVE -> points.get(3);
      case IBUG_68 -> Point.mean(points.get(48), points.get(60));
      case INSIGHT_106 -> points.get(52);
    };
  }

  /** The corner of the mouth at the picture's right. */
  public Point rightMouthCorner() {
    return switch (scheme) {
      case FIVE -> points.get(4);
      case IBUG_68 -> Point.mean(points.get(54), points.get(64));
      case INSIGHT_106 -> points.get(61);
    };
  }

  /** Left eye, right eye, nose, left and right mouth corner: what alignment needs. */
  public List<Point> five() {
    return List.of(leftEye(), rightEye(), nose(), leftMouthCorner(), rightMouthCorner());
  }
}
