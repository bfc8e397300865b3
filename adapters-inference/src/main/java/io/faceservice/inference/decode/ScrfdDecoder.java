package io.faceservice.inference.decode;

import io.faceservice.inference.pack.DetectorRole;
import io.faceservice.inference.pack.InputSpec;
import io.faceservice.inference.pack.ScrfdOutput;
import io.faceservice.inference.tensor.Tensor;
import java.util.List;
import java.util.Map;

/** Boxes as distances from anchors: see {@link ScrfdOutput}. */
final class ScrfdDecoder implements FaceDecoder {
  private static final int POINTS = 10;

  private final ScrfdOutput output;
  private final InputSpec input;
  private final double threshold;

  ScrfdDecoder(ScrfdOutput output, DetectorRole role) {
    this.output = output;
    this.input = role.input();
    this.threshold = role.scoreThreshold();
  }

  @Override
  public List<RawFace> decode(Map<String, Tensor> outputs) {
    var found = new Candidates();
    for (ScrfdOutput.Level level : output.levels()) {
      decode(level, outputs, found);
    }
    return found.faces();
  }

  private void decode(ScrfdOutput.Level level, Map<String, Tensor> outputs, Candidates found) {
    Grid grid = Grid.ofStride(input, level.stride());
    int anchors = grid.cells() * output.anchors();
    float[] scores = Outputs.valuesOf(outputs, level.scores(), anchors, 1);
    float[] boxes = Outputs.valuesOf(outputs, level.boxes(), anchors, 4);
    String keypoints = level.keypoints();
    float[] points =
        keypoints == null ? new float[0] : Outputs.valuesOf(outputs, keypoints, anchors, POINTS);
    int count = keypoints == null ? 0 : POINTS;
    for (int i = 0; i < anchors; i++) {
      if (scores[i] >= threshold) {
        int cell = i / output.anchors();
        int b = 4 * i;
        double[] corners = {
          grid.x(cell, -boxes[b]),
          grid.y(cell, -boxes[b + 1]),
          grid.x(cell, boxes[b + 2]),
          grid.y(cell, boxes[b + 3])
        };
        found.add(scores[i], corners, grid.places(cell, points, i * count, count));
      }
    }
  }
}
