package io.faceservice.inference.decode;

import io.faceservice.inference.pack.DetectorOutput.Activation;
import io.faceservice.inference.pack.DetectorOutput.Variances;
import io.faceservice.inference.pack.DetectorRole;
import io.faceservice.inference.pack.RetinaFaceOutput;
import io.faceservice.inference.pack.SsdOutput;
import io.faceservice.inference.tensor.Tensor;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Boxes as corrections of priors: see {@link RetinaFaceOutput} and {@link SsdOutput}. */
final class PriorDecoder implements FaceDecoder {
  private static final int POINTS = 10;

  private final List<Prior> priors;
  private final Heads heads;
  private final Variances variances;
  private final double threshold;

  /** The outputs' names, and what stands between scores and probabilities. */
  private record Heads(
      String scores, String boxes, @Nullable String keypoints, Activation activation) {}

  PriorDecoder(RetinaFaceOutput output, DetectorRole role) {
    this.priors = Prior.of(output, role.input());
    this.heads =
        new Heads(output.scores(), output.boxes(), output.keypoints(), output.activation());
    this.variances = output.variances();
    this.threshold = role.scoreThreshold();
  }

  PriorDecoder(SsdOutput output, DetectorRole role) {
    this.priors = Prior.of(output, role.input());
    this.heads = new Heads(output.scores(), output.boxes(), null, output.activation());
    this.variances = output.variances();
    this.threshold = role.scoreThreshold();
  }

  @Override
  public List<RawFace> decode(Map<String, Tensor> outputs) {
    float[] scores = Outputs.valuesOf(outputs, heads.scores(), priors.size(), 2);
    float[] boxes = Outputs.valuesOf(outputs, heads.boxes(), priors.size(), 4);
    String keypoints = heads.keypoints();
    int count = keypoints == null ? 0 : POINTS;
    float[] points =
        keypoints == null
            ? new float[0]
            : Outputs.valuesOf(outputs, keypoints, priors.size(), POINTS);
    var found = new Candidates();
    for (int i = 0; i < priors.size(); i++) {
      double score = probability(scores[2 * i], scores[2 * i + 1]);
      if (score >= threshold) {
        Prior prior = priors.get(i);
        found.add(score, corners(prior, boxes, 4 * i), places(prior, points, i * count, count));
      }
    }
    return found.faces();
  }

  private double probability(float background, float face) {
    return switch (heads.activation()) {
      case NONE -> face;
      case SOFTMAX -> 1 / (1 + Math.exp((double) background - face));
    };
  }

  private double[] corners(Prior prior, float[] boxes, int from) {
    double[] centre = places(prior, boxes, from, 2);
    double width = prior.width() * Math.exp(boxes[from + 2] * variances.size());
    double height = prior.height() * Math.exp(boxes[from + 3] * variances.size());
    return new double[] {
      centre[0] - width / 2, centre[1] - height / 2, centre[0] + width / 2, centre[1] + height / 2
    };
  }

  /** Places as fractions of the input, from x, y of each as offsets from the prior's centre. */
  private double[] places(Prior prior, float[] offsets, int from, int count) {
    double[] places = new double[count];
    for (int i = 0; i < count; i += 2) {
      places[i] = prior.x() + offsets[from + i] * variances.centre() * prior.width();
      places[i + 1] = prior.y() + offsets[from + i + 1] * variances.centre() * prior.height();
    }
    return places;
  }
}
