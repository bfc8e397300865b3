package io.faceservice.inference.pack;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * The model that finds eyes, nose and mouth in the crop of a face.
 *
 * @param file the model's file
 * @param input what it reads
 * @param crop which part of the picture it reads
 * @param output the output's name: x, y of each point in turn
 * @param points what the points are
 * @param range what the output's numbers count in
 */
public record LandmarkRole(
    String file, InputSpec input, Crop crop, String output, Points points, Range range) {

  /** Which points a model gives. */
  public enum Points {
    /** The 68 points of iBUG 300-W. */
    @JsonProperty("ibug-68")
    IBUG_68,
    /** The 106 points of InsightFace's 2d106det. */
    @JsonProperty("insight-106")
    INSIGHT_106
  }

  /** What coordinates count in. */
  public enum Range {
    /** 0 to 1 over the crop. */
    @JsonProperty("fraction")
    FRACTION,
    /** −1 to 1 over the crop. */
    @JsonProperty("symmetric")
    SYMMETRIC
  }
}
