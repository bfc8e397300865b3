package io.faceservice.inference.image;

import io.faceservice.domain.biometric.Box;
import io.faceservice.domain.biometric.Pixels;
import io.faceservice.inference.pack.InputSpec;
import io.faceservice.inference.tensor.Tensor;

/** Lays a part of a picture out as the tensor that a model reads. */
public final class TensorLayout {
  /** Beyond this many samples in a row, more of them cost time and change nothing that matters. */
  private static final int MOST_SAMPLES = 4;

  private TensorLayout() {}

  /** An upright region, scaled to the input's size; what lies outside the picture is black. */
  public static Tensor ofRegion(Pixels pixels, Box region, InputSpec input) {
    return of(pixels, Affine.ofRegion(region, input.width(), input.height()), input);
  }

  /**
   * Samples bilinearly where the picture is enlarged or shrunk by less than two. Where it is shrunk
   * by more, a pixel is the mean of a grid of up to 4 × 4 samples, so that fine detail does not
   * alias.
   */
  static Tensor of(Pixels pixels, Affine map, InputSpec input) {
    var target = new Target(input);
    var sampler = new Sampler(pixels);
    int side = Math.clamp((int) map.scale(), 1, MOST_SAMPLES);
    for (int v = 0; v < input.height(); v++) {
      for (int u = 0; u < input.width(); u++) {
        sampler.clear();
        if (side == 1) {
          sampler.addInterpolated(map.x(u + 0.5f, v + 0.5f), map.y(u + 0.5f, v + 0.5f));
        } else {
          addGrid(sampler, map, u, v, side);
        }
        target.put(u, v, sampler, side * side);
      }
    }
    return Tensor.of(target.values, input.shape(1));
  }

  private static void addGrid(Sampler sampler, Affine map, int u, int v, int side) {
    for (int row = 0; row < side; row++) {
      float dv = v + (row + 0.5f) / side;
      for (int column = 0; column < side; column++) {
        float du = u + (column + 0.5f) / side;
        sampler.addNearest(map.x(du, dv), map.y(du, dv));
      }
    }
  }

  /** The tensor under construction: channel order, normalisation and layout. */
  private static final class Target {
    private final InputSpec input;
    private final float[] values;
    private final float[] mean;
    private final float[] factor;
    private final int plane;

    Target(InputSpec input) {
      this.input = input;
      this.plane = input.width() * input.height();
      int channels = input.channels().count();
      this.values = new float[plane * channels];
      this.mean = new float[channels];
      this.factor = new float[channels];
      for (int c = 0; c < channels; c++) {
        mean[c] = input.mean().get(c);
        factor[c] = 1 / input.std().get(c);
      }
    }

    void put(int u, int v, Sampler sampler, int samples) {
      float share = 1f / samples;
      float red = sampler.red * share;
      float green = sampler.green * share;
      float blue = sampler.blue * share;
      int pixel = v * input.width() + u;
      switch (input.channels()) {
        case RGB -> {
          set(pixel, 0, red);
          set(pixel, 1, green);
          set(pixel, 2, blue);
        }
        case BGR -> {
          set(pixel, 0, blue);
          set(pixel, 1, green);
          set(pixel, 2, red);
        }
        case GREY -> set(pixel, 0, 0.299f * red + 0.587f * green + 0.114f * blue);
      }
    }

    private void set(int pixel, int channel, float value) {
      int index =
          switch (input.layout()) {
            case NCHW -> channel * plane + pixel;
            case NHWC -> pixel * mean.length + channel;
          };
      values[index] = (value - mean[channel]) * factor[channel];
    }
  }
}
