package io.faceservice.domain.liveness;

import io.faceservice.domain.biometric.Pixels;

/**
 * What a frame looks like at a glance: its mean luma in a grid of 32 × 32 cells. Frames that look
 * the same at a glance are one picture, however it was encoded; two shots of a living person move
 * and flicker by more. Immutable.
 */
public final class FrameFingerprint {
  private static final int CELLS = 32;

  /**
   * Mean difference of a cell, in grey levels of 255, up to which two frames are one picture.
   * Re-encoding at quality 75 changes a cell's mean by a fraction of a level.
   */
  private static final double SAME_PICTURE = 1.0;

  private final float[] cells;

  private FrameFingerprint(float[] cells) {
    this.cells = cells;
  }

  public static FrameFingerprint of(Pixels pixels) {
    float[] cells = new float[CELLS * CELLS];
    for (int row = 0; row < CELLS; row++) {
      for (int column = 0; column < CELLS; column++) {
        cells[row * CELLS + column] = meanLuma(pixels, column, row);
      }
    }
    return new FrameFingerprint(cells);
  }

  /** Whether two frames are visually one picture. */
  public boolean looksLike(FrameFingerprint other) {
    double difference = 0;
    for (int i = 0; i < cells.length; i++) {
      difference += Math.abs(cells[i] - other.cells[i]);
    }
    return difference / cells.length <= SAME_PICTURE;
  }

  private static float meanLuma(Pixels pixels, int column, int row) {
    int left = column * pixels.width() / CELLS;
    int top = row * pixels.height() / CELLS;
    int right = Math.max(left + 1, (column + 1) * pixels.width() / CELLS);
    int bottom = Math.max(top + 1, (row + 1) * pixels.height() / CELLS);
    double sum = 0;
    for (int y = top; y < bottom; y++) {
      for (int x = left; x < right; x++) {
        sum += pixels.luma(x, y);
      }
    }
    return (float) (sum / ((right - left) * (bottom - top)));
  }

  @Override
  public String toString() {
    return "FrameFingerprint";
  }
}
