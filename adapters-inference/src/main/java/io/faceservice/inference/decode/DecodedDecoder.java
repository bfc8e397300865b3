package io.faceservice.inference.decode;

import io.faceservice.inference.pack.DecodedOutput;
import io.faceservice.inference.tensor.Tensor;
import java.util.List;
import java.util.Map;

/** Takes over the boxes that the model itself decoded. */
final class DecodedDecoder implements FaceDecoder {
  private static final double[] NO_KEYPOINTS = {};

  private final DecodedOutput names;
  private final double threshold;

  DecodedDecoder(DecodedOutput names, double threshold) {
    this.names = names;
    this.threshold = threshold;
  }

  @Override
  public List<RawFace> decode(Map<String, Tensor> outputs) {
    Tensor scores = Outputs.rowsOf(outputs, names.scores(), 2);
    float[] boxes = Outputs.valuesOf(outputs, names.boxes(), scores.rows(), 4);
    var found = new Candidates();
    for (int i = 0; i < scores.rows(); i++) {
      float score = scores.values()[2 * i + 1];
      if (score >= threshold) {
        int b = 4 * i;
        double[] corners = {boxes[b], boxes[b + 1], boxes[b + 2], boxes[b + 3]};
        found.add(score, corners, NO_KEYPOINTS);
      }
    }
    return found.faces();
  }
}
