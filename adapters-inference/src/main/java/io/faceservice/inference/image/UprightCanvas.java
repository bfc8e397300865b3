package io.faceservice.inference.image;

import io.faceservice.domain.biometric.Pixels;
import io.faceservice.inference.image.container.Orientation;
import io.faceservice.inference.image.container.Still;
import io.faceservice.inference.image.container.Still.Frame;
import java.util.Arrays;

/** Puts decoded rows where they belong on an upright, white canvas. */
final class UprightCanvas {
  private UprightCanvas() {}

  static Pixels paint(Still still, PixelRows rows) {
    Orientation turned = still.orientation();
    Frame frame = still.frame();
    byte[] canvas = new byte[still.width() * still.height() * Pixels.CHANNELS];
    if (frame.width() < still.width() || frame.height() < still.height()) {
      Arrays.fill(canvas, (byte) 0xFF);
    }
    byte[] row = new byte[frame.width() * Pixels.CHANNELS];
    for (int y = 0; y < frame.height(); y++) {
      rows.read(y, row);
      int first = turned.index(frame.x(), frame.y() + y, still.width(), still.height());
      int second = turned.index(frame.x() + 1, frame.y() + y, still.width(), still.height());
      put(row, canvas, first * Pixels.CHANNELS, (second - first) * Pixels.CHANNELS);
    }
    boolean swapped = turned.swapsSides();
    int width = swapped ? still.height() : still.width();
    int height = swapped ? still.width() : still.height();
    return Pixels.ofRgb(width, height, canvas);
  }

  private static void put(byte[] row, byte[] canvas, int first, int step) {
    if (step == Pixels.CHANNELS) {
      System.arraycopy(row, 0, canvas, first, row.length);
      return;
    }
    for (int from = 0, to = first; from < row.length; from += Pixels.CHANNELS, to += step) {
      canvas[to] = row[from];
      canvas[to + 1] = row[from + 1];
      canvas[to + 2] = row[from + 2];
    }
  }
}
