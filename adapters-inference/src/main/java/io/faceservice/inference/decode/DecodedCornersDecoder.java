package io.faceservice.inference.decode;

import io.faceservice.domain.biometric.Box;
import io.faceservice.inference.pack.DetectorOutput.DecodedCorners;
import io.faceservice.inference.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Boxes that the model itself decoded: corners as fractions of the input. */
final class DecodedCornersDecoder implements FaceDecoder {
  private final DecodedCorners names;
  private final double threshold;

  DecodedCornersDecoder(DecodedCorners names, double threshold) {
    this.names = names;
    this.threshold = threshold;
  }

  @Override
  public List<RawFace> decode(Map<String, Tensor> outputs) {
    Tensor scores = Outputs.rowsOf(outputs, names.scores(), 2);
    float[] corners = Outputs.rowsOf(outputs, names.boxes(), 4).values();
    List<RawFace> faces = new ArrayList<>();
    for (int i = 0; i < scores.rows(); i++) {
      float score = scores.values()[2 * i + 1];
      int at = 4 * i;
      if (score >= threshold
          && corners[at + 2] > corners[at]
          && corners[at + 3] > corners[at + 1]) {
        Box box = new Box(corners[at], corners[at + 1], corners[at + 2], corners[at + 3]);
        faces.add(new RawFace(box, Math.min(score, 1), List.of()));
      }
    }
    return faces;
  }
}
