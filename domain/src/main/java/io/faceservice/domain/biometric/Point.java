package io.faceservice.domain.biometric;

/** A place in a picture, in pixels from its top left corner; it may lie outside the picture. */
public record Point(double x, double y) {
  public Point {
    if (!Double.isFinite(x) || !Double.isFinite(y)) {
      throw new IllegalArgumentException("a point needs finite coordinates");
    }
  }

  /** The Euclidean distance to another point, in pixels. */
  public double distanceTo(Point other) {
    return Math.hypot(x - other.x, y - other.y);
  }

  /** The mean of some points. */
  public static Point mean(Point... points) {
    double x = 0;
    double y = 0;
    for (Point p : points) {
      x += p.x;
      y += p.y;
    }
    return new Point(x / points.length, y / points.length);
  }
}
