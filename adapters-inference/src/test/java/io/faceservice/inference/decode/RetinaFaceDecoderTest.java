package io.faceservice.inference.decode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.faceservice.inference.decode.Faces.Tensors;
import io.faceservice.inference.decode.Faces.Truth;
import io.faceservice.inference.pack.DetectorOutput;
import io.faceservice.inference.pack.DetectorOutput.Activation;
import io.faceservice.inference.pack.DetectorOutput.Variances;
import io.faceservice.inference.pack.RetinaFaceOutput;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * The encoder is {@code encode} and {@code encode_landm} of Pytorch_Retinaface's {@code
 * box_utils.py}; priors are counted as its {@code prior_box.py} does, on an input that is no
 * multiple of the steps.
 */
final class RetinaFaceDecoderTest extends DecoderContract {
  private static final int[] STEPS = {8, 16, 32};
  private static final double[][] SIZES = {{16, 32}, {64, 128}, {256, 512}};

  private final List<double[]> priors = priors();

  private List<double[]> priors() {
    List<double[]> all = new ArrayList<>();
    for (int k = 0; k < STEPS.length; k++) {
      int rows = (int) Math.ceil(height() / (double) STEPS[k]);
      int columns = (int) Math.ceil(width() / (double) STEPS[k]);
      for (int i = 0; i < rows; i++) {
        for (int j = 0; j < columns; j++) {
          for (double size : SIZES[k]) {
            double cx = (j + 0.5) * STEPS[k] / width();
            double cy = (i + 0.5) * STEPS[k] / height();
            all.add(new double[] {cx, cy, size / width(), size / height()});
          }
        }
      }
    }
    return all;
  }

  private static RetinaFaceOutput output(Activation activation) {
    return new RetinaFaceOutput(
        "scores",
        "boxes",
        "landmarks",
        activation,
        new Variances(0.1, 0.2),
        List.of(
            new RetinaFaceOutput.Level(8, List.of(16d, 32d)),
            new RetinaFaceOutput.Level(16, List.of(64d, 128d)),
            new RetinaFaceOutput.Level(32, List.of(256d, 512d))));
  }

  @Override
  DetectorOutput output() {
    return output(Activation.NONE);
  }

  @Override
  int width() {
    return 300;
  }

  @Override
  int height() {
    return 180;
  }

  @Override
  Tensors background() {
    int n = anchors();
    Tensors tensors = new Tensors().with("scores", n, 2, 0).with("boxes", n, 4, 0);
    for (int i = 0; i < n; i++) {
      tensors.set("scores", i, 0.99, 0.01);
    }
    return tensors.with("landmarks", n, 10, 0);
  }

  @Override
  int anchors() {
    return priors.size();
  }

  @Override
  void encode(Tensors tensors, int anchor, Truth truth) {
    double[] prior = priors.get(anchor);
    tensors.set("scores", anchor, 1 - truth.score(), truth.score());
    tensors.set(
        "boxes",
        anchor,
        (truth.box().centre().x() / width() - prior[0]) / (0.1 * prior[2]),
        (truth.box().centre().y() / height() - prior[1]) / (0.1 * prior[3]),
        Math.log(truth.box().width() / width() / prior[2]) / 0.2,
        Math.log(truth.box().height() / height() / prior[3]) / 0.2);
    tensors.set(
        "landmarks",
        anchor,
        truth.points(
            x -> (x / width() - prior[0]) / (0.1 * prior[2]),
            y -> (y / height() - prior[1]) / (0.1 * prior[3])));
  }

  @Test
  void readsAPriorWorkedOutByHand() {
    Tensors tensors = background();
    // Step 8: 38 columns (300 / 8 = 37.5) of two priors. Row 81 is column 2, row 1, size 32,
    // about (20, 12).
    tensors.set("scores", 81, 0.2, 0.8);
    tensors.set("boxes", 81, 5, -2.5, 5 * Math.log(0.5), 5 * Math.log(2));
    tensors.set("landmarks", 81, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10);

    RawFace face = decoder().decode(tensors.outputs()).getFirst();

    // Centre (20 + 5 · 0.1 · 32, 12 − 2.5 · 0.1 · 32) = (36, 4), size 16 × 64.
    assertThat(face.box().x1() * 300).isEqualTo(28, within(1e-4));
    assertThat(face.box().y1() * 180).isEqualTo(-28, within(1e-4));
    assertThat(face.box().x2() * 300).isEqualTo(44, within(1e-4));
    assertThat(face.box().y2() * 180).isEqualTo(36, within(1e-4));
    assertThat(face.keypoints().getFirst().x() * 300).isEqualTo(20 + 3.2, within(1e-4));
    assertThat(face.keypoints().getLast().y() * 180).isEqualTo(12 + 32, within(1e-4));
  }

  @Test
  void turnsLogitsIntoProbabilitiesWhereTheManifestSaysSo() {
    Tensors tensors = background();
    tensors.set("scores", 0, 1, 1 + Math.log(3)); // e^ln 3 : 1, so 0.75
    tensors.set("scores", 1, 5, 4); // below one half

    List<RawFace> faces =
        FaceDecoder.of(Roles.detector(width(), height(), output(Activation.SOFTMAX)))
            .decode(tensors.outputs());

    assertThat(faces).hasSize(1);
    assertThat(faces.getFirst().confidence()).isEqualTo(0.75, within(1e-6));
  }
}
