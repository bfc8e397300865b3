package io.faceservice.inference.image;

import io.faceservice.inference.pack.InputSpec;
import io.faceservice.inference.tensor.Tensor;

/** The tensor under construction: channel order, normalisation and layout. One thread's own. */
final class InputTensor {
  private final InputSpec input;
  private final float[] values;
  private final float[] mean;
  private final float[] factor;
  private final int pixelStep;
  private final int channelStep;

  InputTensor(InputSpec input) {
    this.input = input;
    int plane = input.width() * input.height();
    int channels = input.channels().count();
    this.values = new float[plane * channels];
    this.mean = new float[channels];
    this.factor = new float[channels];
    for (int c = 0; c < channels; c++) {
      mean[c] = input.mean().get(c);
      factor[c] = 1 / input.std().get(c);
    }
    boolean planar = input.layout() == InputSpec.Layout.NCHW;
    this.pixelStep = planar ? 1 : channels;
    this.channelStep = planar ? plane : 1;
  }

  /** Sets pixel (u, v) to a colour, each part 0 to 255. */
  void put(int u, int v, float red, float green, float blue) {
    int pixel = (v * input.width() + u) * pixelStep;
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
    values[pixel + channel * channelStep] = (value - mean[channel]) * factor[channel];
  }

  Tensor tensor() {
    return Tensor.of(values, input.shape(1));
  }
}
