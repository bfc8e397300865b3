package io.faceservice.inference.image;

import io.faceservice.domain.biometric.Box;

/**
 * Where a point (u, v) of a model's input lies in the picture: {@code x = xu·u + xv·v + x0}, {@code
 * y = yu·u + yv·v + y0}, both in pixels with pixel centres at halves.
 */
record Affine(double xu, double xv, double x0, double yu, double yv, double y0) {

  /** Lays an upright region of the picture over an input of {@code width × height}. */
  static Affine ofRegion(Box region, int width, int height) {
    return new Affine(
        region.width() / width, 0, region.x1(), 0, region.height() / height, region.y1());
  }

  /** The picture's x under the input's (u, v). */
  float x(float u, float v) {
    return (float) (xu * u + xv * v + x0);
  }

  /** The picture's y under the input's (u, v). */
  float y(float u, float v) {
    return (float) (yu * u + yv * v + y0);
  }

  /** How many pixels of the picture one pixel of the input spans in each direction, on average. */
  double scale() {
    return Math.sqrt(Math.abs(xu * yv - xv * yu));
  }

  /** From the picture to the input. */
  Affine inverse() {
    double determinant = xu * yv - xv * yu;
    if (determinant == 0) {
      throw new IllegalArgumentException("a map without area has no inverse");
    }
    double ux = yv / determinant;
    double uy = -xv / determinant;
    double vx = -yu / determinant;
    double vy = xu / determinant;
    return new Affine(ux, uy, -(ux * x0 + uy * y0), vx, vy, -(vx * x0 + vy * y0));
  }
}
