package io.faceservice.inference.image;

import io.faceservice.domain.biometric.Box;
import io.faceservice.domain.biometric.Pixels;
import io.faceservice.inference.pack.InputSpec;
import io.faceservice.inference.tensor.Tensor;

/**
 * Lays a part of a picture out as the tensor that a model reads. What lies outside the picture is
 * black.
 *
 * <p>It samples bilinearly where the picture is enlarged or shrunk by less than two. Where it is
 * shrunk by more, a pixel is the mean of a grid of up to 4 × 4 such samples, so that fine detail
 * does not alias. A place that moves by a little changes the tensor by a little: engines that
 * differ in the last digit of a face's box agree on its scores.
 */
public final class TensorLayout {
  /** Beyond this many samples in a row, more of them cost time and change nothing that matters. */
  private static final int MOST_SAMPLES = 4;

  private TensorLayout() {}

  /** An upright region, scaled to the input's size. */
  public static Tensor ofRegion(Pixels pixels, Box region, InputSpec input) {
    Affine map = Affine.ofRegion(region, input.width(), input.height());
    int side = side(map);
    var across = new AxisTaps.Sizes(input.width(), pixels.width());
    var down = new AxisTaps.Sizes(input.height(), pixels.height());
    var rows =
        new RegionRows(
            pixels,
            AxisTaps.of(across, map.xu(), map.x0(), side),
            AxisTaps.of(down, map.yv(), map.y0(), side));
    var target = new InputTensor(input);
    float[] row = new float[input.width() * Pixels.CHANNELS];
    for (int v = 0; v < input.height(); v++) {
      rows.read(v, row);
      for (int u = 0; u < input.width(); u++) {
        int i = u * Pixels.CHANNELS;
        target.put(u, v, row[i], row[i + 1], row[i + 2]);
      }
    }
    return target.tensor();
  }

  /** Whatever lies under the input by that map. */
  static Tensor of(Pixels pixels, Affine map, InputSpec input) {
    var target = new InputTensor(input);
    var sampler = new Sampler(pixels);
    int side = side(map);
    float share = 1f / (side * side);
    for (int v = 0; v < input.height(); v++) {
      for (int u = 0; u < input.width(); u++) {
        sampler.clear();
        addGrid(sampler, map, u, v, side);
        target.put(u, v, sampler.red * share, sampler.green * share, sampler.blue * share);
      }
    }
    return target.tensor();
  }

  private static int side(Affine map) {
    return Math.clamp((int) map.scale(), 1, MOST_SAMPLES);
  }

  private static void addGrid(Sampler sampler, Affine map, int u, int v, int side) {
    for (int row = 0; row < side; row++) {
      float dv = v + (row + 0.5f) / side;
      for (int column = 0; column < side; column++) {
        float du = u + (column + 0.5f) / side;
        sampler.add(map.x(du, dv), map.y(du, dv));
      }
    }
  }
}
