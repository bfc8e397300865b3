package io.faceservice.inference.pack;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * RetinaFace as biubug6 trained and exported it: priors in the middle of each step, as many rows
 * and columns as it takes to cover the input (Pytorch_Retinaface, {@code
 * layers/functions/prior_box.py} and {@code utils/box_utils.py}, {@code decode} and {@code
 * decode_landm}).
 *
 * @param scores output {@code [n, 2]}: background, face
 * @param boxes output {@code [n, 4]}: offsets of centre and size
 * @param keypoints output {@code [n, 10]}: offsets of five points; without it there are none
 * @param activation what stands between scores and probabilities
 * @param variances of boxes and keypoints
 * @param levels one for each step
 */
public record RetinaFaceOutput(
    String scores,
    String boxes,
    @Nullable String keypoints,
    DetectorOutput.Activation activation,
    DetectorOutput.Variances variances,
    List<Level> levels)
    implements DetectorOutput {
  public RetinaFaceOutput {
    levels = List.copyOf(levels);
    Require.some("levels", levels);
  }

  /**
   * One feature map.
   *
   * @param step pixels of the input between priors
   * @param sizes sides of the square priors at each place, in pixels of the input
   */
  public record Level(int step, List<Double> sizes) {
    public Level {
      sizes = List.copyOf(sizes);
      Require.positive("step", step);
      Require.some("sizes", sizes);
    }
  }

  @Override
  public List<String> outputs() {
    return keypoints == null ? List.of(scores, boxes) : List.of(scores, boxes, keypoints);
  }

  @Override
  public boolean givesKeypoints() {
    return keypoints != null;
  }
}
