package io.faceservice.inference.pack;

import java.util.List;

/**
 * An SSD whose boxes are still to be decoded, as UltraFace's exports "without postprocessing":
 * priors in the middle of each cell of a grid that divides the input evenly
 * (Ultra-Light-Fast-Generic-Face-Detector-1MB, {@code vision/utils/box_utils.py}, {@code
 * generate_priors} and {@code convert_locations_to_boxes}).
 *
 * @param scores output {@code [n, 2]}: background, face
 * @param boxes output {@code [n, 4]}: offsets of centre and size
 * @param activation what stands between scores and probabilities
 * @param variances of the boxes
 * @param clip whether priors larger than the input are cut to its size
 * @param levels one for each grid
 */
public record SsdOutput(
    String scores,
    String boxes,
    DetectorOutput.Activation activation,
    DetectorOutput.Variances variances,
    boolean clip,
    List<Level> levels)
    implements DetectorOutput {
  public SsdOutput {
    levels = List.copyOf(levels);
    Require.some("levels", levels);
  }

  /**
   * One feature map.
   *
   * @param columns cells from left to right
   * @param rows cells from top to bottom
   * @param sizes sides of the square priors in each cell, in pixels of the input
   */
  public record Level(int columns, int rows, List<Double> sizes) {
    public Level {
      sizes = List.copyOf(sizes);
      Require.positive("columns", columns);
      Require.positive("rows", rows);
      Require.some("sizes", sizes);
    }
  }

  @Override
  public List<String> outputs() {
    return List.of(scores, boxes);
  }

  @Override
  public boolean givesKeypoints() {
    return false;
  }
}
