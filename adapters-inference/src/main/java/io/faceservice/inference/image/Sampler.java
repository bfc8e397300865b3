package io.faceservice.inference.image;

import io.faceservice.domain.biometric.Pixels;

/** Adds up samples of a picture; places outside it count as black. One thread's own. */
final class Sampler {
  private final Pixels pixels;
  private final int width;
  private final int height;

  float red;
  float green;
  float blue;

  Sampler(Pixels pixels) {
    this.pixels = pixels;
    this.width = pixels.width();
    this.height = pixels.height();
  }

  void clear() {
    red = 0;
    green = 0;
    blue = 0;
  }

  /** Adds the colour at (x, y), interpolated bilinearly, in pixels with pixel centres at halves. */
  void add(float x, float y) {
    if (x < 0 || y < 0 || x > width || y > height) {
      return;
    }
    float left = x - 0.5f;
    float top = y - 0.5f;
    int column = (int) Math.floor(left);
    int row = (int) Math.floor(top);
    float right = left - column;
    float below = top - row;
    int x0 = Math.max(column, 0);
    int x1 = Math.min(column + 1, width - 1);
    int y0 = Math.max(row, 0);
    int y1 = Math.min(row + 1, height - 1);
    addRow(pixels.rgb(x0, y0), pixels.rgb(x1, y0), right, 1 - below);
    addRow(pixels.rgb(x0, y1), pixels.rgb(x1, y1), right, below);
  }

  private void addRow(int one, int next, float right, float share) {
    float oneShare = share * (1 - right);
    float nextShare = share * right;
    red += oneShare * (one >> 16) + nextShare * (next >> 16);
    green += oneShare * ((one >> 8) & 0xFF) + nextShare * ((next >> 8) & 0xFF);
    blue += oneShare * (one & 0xFF) + nextShare * (next & 0xFF);
  }
}
