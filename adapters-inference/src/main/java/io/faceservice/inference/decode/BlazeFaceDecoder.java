package io.faceservice.inference.decode;

import io.faceservice.inference.pack.BlazeFaceOutput;
import io.faceservice.inference.tensor.Tensor;
import java.util.List;
import java.util.Map;

/** Boxes about the middles of cells, in fractions of the input: see {@link BlazeFaceOutput}. */
final class BlazeFaceDecoder implements FaceDecoder {
  private static final int COLUMNS = 16;
  private static final double[] NO_KEYPOINTS = {};

  private final BlazeFaceOutput output;
  private final double threshold;
  private final int anchors;

  BlazeFaceDecoder(BlazeFaceOutput output, double threshold) {
    this.output = output;
    this.threshold = threshold;
    this.anchors =
        output.levels().stream().mapToInt(l -> l.columns() * l.rows() * l.anchors()).sum();
  }

  @Override
  public List<RawFace> decode(Map<String, Tensor> outputs) {
    float[] scores = Outputs.valuesOf(outputs, output.scores(), anchors, 1);
    float[] boxes = Outputs.valuesOf(outputs, output.boxes(), anchors, COLUMNS);
    var found = new Candidates();
    int anchor = 0;
    for (BlazeFaceOutput.Level level : output.levels()) {
      Grid grid = new Grid(level.columns(), level.rows());
      for (int i = 0; i < grid.cells() * level.anchors(); i++) {
        double score = sigmoid(scores[anchor]);
        if (score >= threshold) {
          found.add(score, corners(grid, i / level.anchors(), boxes, anchor), NO_KEYPOINTS);
        }
        anchor++;
      }
    }
    return found.faces();
  }

  private double sigmoid(float logit) {
    double limit = output.scoreLimit();
    return 1 / (1 + Math.exp(-Math.clamp(logit, -limit, limit)));
  }

  private double[] corners(Grid grid, int cell, float[] boxes, int anchor) {
    int b = COLUMNS * anchor;
    double x = grid.x(cell, 0.5) + boxes[b] / output.scale();
    double y = grid.y(cell, 0.5) + boxes[b + 1] / output.scale();
    double width = boxes[b + 2] / output.scale();
    double height = boxes[b + 3] / output.scale();
    return new double[] {x - width / 2, y - height / 2, x + width / 2, y + height / 2};
  }
}
