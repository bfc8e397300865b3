package io.faceservice.inference.pack;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * Which part of the picture around a detected box a model reads.
 *
 * @param shape the crop's shape before it is scaled
 * @param scale factor about the box's centre
 * @param edge what happens where the crop leaves the picture
 */
public record Crop(Shape shape, double scale, Edge edge) {

  /** The crop's shape before it is scaled. */
  public enum Shape {
    /** The box as it is. */
    @JsonProperty("box")
    BOX,
    /** A square of the box's height. */
    @JsonProperty("square-of-height")
    SQUARE_OF_HEIGHT,
    /** A square of the box's longer side. */
    @JsonProperty("square-of-longer-side")
    SQUARE_OF_LONGER_SIDE
  }

  /** What happens where the crop leaves the picture. */
  public enum Edge {
    /** It is cut at the picture's edge. */
    @JsonProperty("clip")
    CLIP,
    /** It is made small enough to fit, then moved into the picture. */
    @JsonProperty("shift")
    SHIFT,
    /** It stays; what lies outside is black. */
    @JsonProperty("pad")
    PAD
  }

  public Crop {
    Require.positive("scale", scale);
  }
}
