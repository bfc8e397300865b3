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
   * Samples bilinearly where the picture is enlarged or shrunk by less than two; where it is shrunk
   * by more, a pixel is the mean of up to 4 × 4 such samples, so that fine detail does not alias.
   */
  static Tensor of(Pixels pixels, Affine map, InputSpec input) {
    int channels = input.channels().count();
    var target = new Target(input);
    var sampler = new Sampler(pixels);
    int samples = Math.clamp((int) map.scale(), 1, MOST_SAMPLES);
    for (int v = 0; v < input.height(); v++) {
      for (int u = 0; u < input.width(); u++) {
        sampler.clear();
        for (int s = 0; s < samples * samples; s++) {
          int row = s / samples;
          double du = u + (s - row * samples + 0.5) / samples;
          double dv = v + (row + 0.5) / samples;
          sampler.add(
              (float) (map.xu() * du + map.xv() * dv + map.x0()),
              (float) (map.yu() * du + map.yv() * dv + map.y0()));
        }
        target.put(u, v, sampler, samples * samples);
      }
    }
    return Tensor.of(target.values, target.shape(channels));
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

    long[] shape(int channels) {
      return switch (input.layout()) {
        case NCHW -> new long[] {1, channels, input.height(), input.width()};
        case NHWC -> new long[] {1, input.height(), input.width(), channels};
      };
    }
  }
}
