package io.faceservice.inference.pack;

import java.util.List;

/**
 * MediaPipe's BlazeFace: anchors of the input's own size in the middle of each cell, scores as
 * logits (MediaPipe, {@code mediapipe/modules/face_detection/face_detection_short_range.pbtxt} and
 * {@code …_full_range.pbtxt}, {@code mediapipe/calculators/tflite/ssd_anchors_calculator.cc};
 * hollance/BlazeFace-PyTorch, {@code blazeface.py}, {@code _decode_boxes}). Its six keypoints are
 * the eyes, the nose, the mouth's centre and the ears: no mouth corners, and so no keypoints here.
 *
 * @param scores output {@code [n, 1]}, logits
 * @param boxes output {@code [n, 16]}: centre's offset, size, six keypoints
 * @param scale by which numbers in boxes are divided to be fractions of the input
 * @param scoreLimit logits are clamped to plus and minus this
 * @param levels one for each grid
 */
public record BlazeFaceOutput(
    String scores, String boxes, double scale, double scoreLimit, List<Level> levels)
    implements DetectorOutput {
  public BlazeFaceOutput {
    levels = List.copyOf(levels);
    Require.some("levels", levels);
    Require.positive("scale", scale);
    Require.positive("score-limit", scoreLimit);
  }

  /**
   * One feature map.
   *
   * @param columns cells from left to right
   * @param rows cells from top to bottom
   * @param anchors how many anchors a cell has; they follow each other in the outputs
   */
  public record Level(int columns, int rows, int anchors) {
    public Level {
      Require.positive("columns", columns);
      Require.positive("rows", rows);
      Require.positive("anchors", anchors);
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
