package io.faceservice.inference.pack;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/**
 * How a model wants its picture: a value is {@code (x − mean) / std} with x from 0 to 255.
 *
 * @param name the tensor's name; {@code *} for the only one, whatever the model calls it
 * @param width in pixels
 * @param height in pixels
 * @param layout the order of the tensor's dimensions
 * @param channels the order of the colours
 * @param mean one for each channel, in the channels' order
 * @param std one for each channel, in the channels' order
 */
public record InputSpec(
    String name,
    int width,
    int height,
    Layout layout,
    Channels channels,
    List<Float> mean,
    List<Float> std) {

  /** The order of a picture tensor's dimensions. */
  public enum Layout {
    /** Batch, channel, row, column. */
    NCHW,
    /** Batch, row, column, channel. */
    NHWC
  }

  /** Which colours a model reads, in which order. */
  public enum Channels {
    RGB,
    BGR,
    /** Luma alone. */
    @JsonProperty("grey")
    GREY;

    public int count() {
      return this == GREY ? 1 : 3;
    }
  }

  public InputSpec {
    mean = List.copyOf(mean);
    std = List.copyOf(std);
    Require.positive("width", width);
    Require.positive("height", height);
    if (mean.size() != channels.count() || std.size() != channels.count()) {
      throw new IllegalArgumentException("mean and std have one value for each channel");
    }
    if (std.stream().anyMatch(s -> s == 0)) {
      throw new IllegalArgumentException("std is never 0");
    }
  }

  /** The shape of a tensor of so many pictures. */
  public long[] shape(int pictures) {
    return switch (layout) {
      case NCHW -> new long[] {pictures, channels.count(), height, width};
      case NHWC -> new long[] {pictures, height, width, channels.count()};
    };
  }

  /** The same of another size. */
  InputSpec sized(int width, int height) {
    return new InputSpec(name, width, height, layout, channels, mean, std);
  }
}
