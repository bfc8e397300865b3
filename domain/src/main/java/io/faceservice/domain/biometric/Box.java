package io.faceservice.domain.biometric;

/** An upright rectangle in a picture, in pixels; it may reach outside the picture. */
public record Box(double x1, double y1, double x2, double y2) {
  public Box {
    if (!(Double.isFinite(x1) && Double.isFinite(y1) && x2 > x1 && y2 > y1)
        || !Double.isFinite(x2)
        || !Double.isFinite(y2)) {
      throw new IllegalArgumentException("a box needs a positive width and height");
    }
  }

  public double width() {
    return x2 - x1;
  }

  public double height() {
    return y2 - y1;
  }

  public double area() {
    return width() * height();
  }

  public Point centre() {
    return new Point((x1 + x2) / 2, (y1 + y2) / 2);
  }

  /** Intersection over union with another box, 0 (apart) to 1 (the same). */
  public double overlap(Box other) {
    double w = Math.min(x2, other.x2) - Math.max(x1, other.x1);
    double h = Math.min(y2, other.y2) - Math.max(y1, other.y1);
    if (w <= 0 || h <= 0) {
      return 0;
    }
    return w * h / (area() + other.area() - w * h);
  }

  /** The part of this box that lies on a picture of that size; empty boxes keep one pixel. */
  public Box within(int width, int height) {
    double left = Math.clamp(x1, 0, width - 1.0);
    double top = Math.clamp(y1, 0, height - 1.0);
    return new Box(left, top, Math.clamp(x2, left + 1, width), Math.clamp(y2, top + 1, height));
  }
}
