package io.faceservice.inference.decode;

import io.faceservice.inference.pack.DetectorRole;
import io.faceservice.inference.pack.InputSpec;
import io.faceservice.inference.pack.YuNetOutput;
import io.faceservice.inference.tensor.Tensor;
import java.util.List;
import java.util.Map;

/** Boxes as centres and logarithms of sizes: see {@link YuNetOutput}. */
final class YuNetDecoder implements FaceDecoder {
  private static final int POINTS = 10;

  private final YuNetOutput output;
  private final InputSpec input;
  private final double threshold;

  YuNetDecoder(YuNetOutput output, DetectorRole role) {
    this.output = output;
    this.input = role.input();
    this.threshold = role.scoreThreshold();
  }

  @Override
  public List<RawFace> decode(Map<String, Tensor> outputs) {
    var found = new Candidates();
    for (YuNetOutput.Level level : output.levels()) {
      decode(level, outputs, found);
    }
    return found.faces();
  }

  private void decode(YuNetOutput.Level level, Map<String, Tensor> outputs, Candidates found) {
    Grid grid = Grid.ofStride(input, level.stride());
    int cells = grid.cells();
    float[] classification = Outputs.valuesOf(outputs, level.classification(), cells, 1);
    float[] objectness = Outputs.valuesOf(outputs, level.objectness(), cells, 1);
    float[] boxes = Outputs.valuesOf(outputs, level.boxes(), cells, 4);
    float[] points = Outputs.valuesOf(outputs, level.keypoints(), cells, POINTS);
    for (int cell = 0; cell < cells; cell++) {
      double score =
          Math.sqrt(
              Math.clamp(classification[cell], 0d, 1d) * Math.clamp(objectness[cell], 0d, 1d));
      if (score >= threshold) {
        int b = 4 * cell;
        double right = Math.exp(boxes[b + 2]) / 2;
        double down = Math.exp(boxes[b + 3]) / 2;
        double[] corners = {
          grid.x(cell, boxes[b] - right),
          grid.y(cell, boxes[b + 1] - down),
          grid.x(cell, boxes[b] + right),
          grid.y(cell, boxes[b + 1] + down)
        };
        found.add(score, corners, grid.places(cell, points, POINTS * cell, POINTS));
      }
    }
  }
}
