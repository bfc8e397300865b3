package io.faceservice.inference.pack;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * The model that finds faces.
 *
 * @param file the model's file
 * @param input what it reads
 * @param fit how a picture is laid on the input
 * @param decoder what its outputs mean
 * @param scoreThreshold the least confidence of a face, 0 to 1
 * @param overlapThreshold intersection over union above which two boxes are one face, 0 to 1
 * @param smallestFace the least height of a face that the model finds for sure, in input pixels
 */
public record DetectorRole(
    String file,
    InputSpec input,
    Fit fit,
    DetectorOutput decoder,
    double scoreThreshold,
    double overlapThreshold,
    double smallestFace) {

  /** How a picture is laid on an input of other proportions. */
  public enum Fit {
    /** Each side is scaled by itself. */
    @JsonProperty("stretch")
    STRETCH,
    /** Both sides are scaled alike; what is left at the right or below is black. */
    @JsonProperty("letterbox")
    LETTERBOX,
    /**
     * As letterbox, on an input that is cut to the picture: its longer side at most the input's
     * longer one, both sides made up to multiples of {@value DetectorRole#STEP}.
     */
    @JsonProperty("pad")
    PAD
  }

  /** What the sides of a padded input are multiples of. */
  static final int STEP = 32;

  public DetectorRole {
    Require.share("score-threshold", scoreThreshold);
    Require.share("overlap-threshold", overlapThreshold);
    Require.positive("smallest-face", smallestFace);
    for (int stride : decoder.strides()) {
      if (input.width() % stride != 0 || input.height() % stride != 0) {
        throw new IllegalArgumentException(
            "an input of %d x %d has no whole number of strides of %d"
                .formatted(input.width(), input.height(), stride));
      }
    }
  }

  /** The same with the input that a picture of that size is laid on. */
  public DetectorRole forPicture(int width, int height) {
    if (fit != Fit.PAD) {
      return this;
    }
    double most = Math.max(input.width(), input.height());
    double scale = Math.min(1, most / Math.max(width, height));
    return new DetectorRole(
        file,
        input.sized(padded(width * scale), padded(height * scale)),
        fit,
        decoder,
        scoreThreshold,
        overlapThreshold,
        smallestFace);
  }

  private static int padded(double side) {
    return STEP * Math.max(1, (int) Math.ceil(Math.round(side) / (double) STEP));
  }
}
