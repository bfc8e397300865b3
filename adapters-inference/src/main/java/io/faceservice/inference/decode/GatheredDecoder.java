package io.faceservice.inference.decode;

import io.faceservice.inference.pack.GatheredOutput;
import io.faceservice.inference.tensor.Tensor;
import java.util.List;
import java.util.Map;

/** Takes over the faces that the model itself chose: see {@link GatheredOutput}. */
final class GatheredDecoder implements FaceDecoder {
  private static final int COLUMNS = 16;
  private static final int POINTS = 4;
  private static final int VALID = 14;
  private static final int SCORE = 15;

  private final GatheredOutput output;
  private final double threshold;

  GatheredDecoder(GatheredOutput output, double threshold) {
    this.output = output;
    this.threshold = threshold;
  }

  @Override
  public List<RawFace> decode(Map<String, Tensor> outputs) {
    Tensor rows = Outputs.rowsOf(outputs, output.faces(), COLUMNS);
    float[] values = rows.values();
    var found = new Candidates();
    for (int at = 0; at < values.length; at += COLUMNS) {
      if (values[at + VALID] > 0 && values[at + SCORE] >= threshold) {
        found.add(
            values[at + SCORE],
            doubles(values, at, POINTS),
            doubles(values, at + POINTS, VALID - POINTS));
      }
    }
    return found.faces();
  }

  private static double[] doubles(float[] values, int from, int count) {
    double[] doubles = new double[count];
    for (int i = 0; i < count; i++) {
      doubles[i] = values[from + i];
    }
    return doubles;
  }
}
