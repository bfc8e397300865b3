package io.faceservice.inference.image;

/**
 * Along one axis of an upright region: which pixels of the picture make up each pixel of the input,
 * and in which shares. A share that lies outside the picture is black, and left out.
 */
final class AxisTaps {
  private final int[] first;
  private final float[][] shares;

  /**
   * @param sizes of the input and of the picture, in pixels
   * @param step from one pixel of the input to the next, in pixels of the picture
   * @param origin where the input begins in the picture
   * @param samples how many samples are averaged in a pixel of the input, each interpolated
   *     linearly between the centres of two pixels
   */
  static AxisTaps of(Sizes sizes, double step, double origin, int samples) {
    var taps = new AxisTaps(sizes.input());
    for (int u = 0; u < sizes.input(); u++) {
      float[] places = new float[samples];
      for (int i = 0; i < samples; i++) {
        places[i] = (float) (step * (u + (i + 0.5f) / samples) + origin);
      }
      taps.set(u, places, sizes.picture());
    }
    return taps;
  }

  /** Of the input and of the picture along the axis, in pixels. */
  record Sizes(int input, int picture) {}

  private AxisTaps(int size) {
    first = new int[size];
    shares = new float[size][];
  }

  private void set(int u, float[] places, int size) {
    int from = Math.clamp((int) Math.floor(places[0] - 0.5f), 0, size - 1);
    int to = Math.clamp((int) Math.floor(places[places.length - 1] - 0.5f) + 1, from, size - 1);
    float[] share = new float[to - from + 1];
    for (float place : places) {
      if (place >= 0 && place <= size) {
        float left = place - 0.5f;
        int pixel = (int) Math.floor(left);
        float right = left - pixel;
        share[Math.max(pixel, 0) - from] += (1 - right) / places.length;
        share[Math.min(pixel + 1, size - 1) - from] += right / places.length;
      }
    }
    first[u] = from;
    shares[u] = share;
  }

  /** The first pixel of those that make up the input's pixel. */
  int first(int u) {
    return first[u];
  }

  /** The shares of that pixel and those after it; to be read alone. */
  float[] shares(int u) {
    return shares[u];
  }

  /** The first pixel of all that any pixel of the input takes. */
  int least() {
    int least = first[0];
    for (int pixel : first) {
      least = Math.min(least, pixel);
    }
    return least;
  }

  /** The pixel after the last that any pixel of the input takes. */
  int end() {
    int end = 0;
    for (int u = 0; u < first.length; u++) {
      end = Math.max(end, first[u] + shares[u].length);
    }
    return end;
  }
}
