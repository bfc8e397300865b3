package io.faceservice.inference.decode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.faceservice.inference.decode.Faces.Tensors;
import io.faceservice.inference.decode.Faces.Truth;
import io.faceservice.inference.pack.BlazeFaceOutput;
import io.faceservice.inference.pack.DetectorOutput;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * The encoder inverts {@code _decode_boxes} of BlazeFace-PyTorch; anchors are counted as
 * MediaPipe's {@code ssd_anchors_calculator.cc} does: layers of one stride share their cells, two
 * anchors a layer.
 */
final class BlazeFaceDecoderTest extends DecoderContract {
  private static final int[] STRIDES = {8, 16, 16, 16};

  private final List<double[]> anchors = anchorsOf(128, STRIDES, 2);

  /** Centres of the anchors, as fractions of a square input. */
  private static List<double[]> anchorsOf(int size, int[] strides, int perLayer) {
    List<double[]> all = new ArrayList<>();
    int layer = 0;
    while (layer < strides.length) {
      int stride = strides[layer];
      int perCell = 0;
      while (layer < strides.length && strides[layer] == stride) {
        perCell += perLayer;
        layer++;
      }
      int cells = size / stride;
      for (int y = 0; y < cells; y++) {
        for (int x = 0; x < cells; x++) {
          for (int a = 0; a < perCell; a++) {
            all.add(new double[] {(x + 0.5) / cells, (y + 0.5) / cells});
          }
        }
      }
    }
    return all;
  }

  @Override
  DetectorOutput output() {
    return new BlazeFaceOutput(
        "classificators",
        "regressors",
        128,
        100,
        List.of(new BlazeFaceOutput.Level(16, 16, 2), new BlazeFaceOutput.Level(8, 8, 6)));
  }

  @Override
  int width() {
    return 128;
  }

  @Override
  int height() {
    return 128;
  }

  @Override
  Tensors background() {
    return new Tensors()
        .with("classificators", anchors(), 1, -20)
        .with("regressors", anchors(), 16, 1);
  }

  @Override
  int anchors() {
    return anchors.size();
  }

  @Override
  void encode(Tensors tensors, int anchor, Truth truth) {
    double[] centre = anchors.get(anchor);
    tensors.set("classificators", anchor, Math.log(truth.score() / (1 - truth.score())));
    tensors.set(
        "regressors",
        anchor,
        (truth.box().centre().x() / 128 - centre[0]) * 128,
        (truth.box().centre().y() / 128 - centre[1]) * 128,
        truth.box().width(),
        truth.box().height());
  }

  @Test
  void hasTheAnchorsOfTheShortRangeModel() {
    assertThat(anchors()).isEqualTo(896);
  }

  @Test
  void readsAnAnchorWorkedOutByHand() {
    Tensors tensors = background();
    // Row 512 + 6 · 10 + 5 is the sixth anchor of the second grid's cell 10: column 2, row 1 of 8,
    // its middle at (40, 24).
    tensors.set("classificators", 577, 0);
    tensors.set("regressors", 577, -8, 16, 32, 48);

    RawFace face = decoder().decode(tensors.outputs()).getFirst();

    assertThat(face.confidence()).isEqualTo(0.5);
    assertThat(face.box().x1() * 128).isEqualTo(16, within(1e-9));
    assertThat(face.box().y1() * 128).isEqualTo(16, within(1e-9));
    assertThat(face.box().x2() * 128).isEqualTo(48, within(1e-9));
    assertThat(face.box().y2() * 128).isEqualTo(64, within(1e-9));
    assertThat(face.keypoints()).isEmpty();
  }

  @Test
  void readsTheFullRangeModelByItsOwnNumbers() {
    List<double[]> fullRange = anchorsOf(192, new int[] {4}, 1);
    assertThat(fullRange).hasSize(2304);
    var output =
        new BlazeFaceOutput("c", "r", 192, 100, List.of(new BlazeFaceOutput.Level(48, 48, 1)));
    Tensors tensors = new Tensors().with("c", 2304, 1, -50).with("r", 2304, 16, 1);
    tensors.set("c", 1000, 200);
    tensors.set("r", 1000, 0, 0, 19.2, 38.4);

    List<RawFace> faces =
        FaceDecoder.of(Roles.detector(192, 192, output)).decode(tensors.outputs());

    assertThat(faces).hasSize(1);
    assertThat(faces.getFirst().confidence()).isEqualTo(1, within(1e-12));
    assertThat(faces.getFirst().box().centre().x()).isEqualTo(fullRange.get(1000)[0], within(1e-9));
    assertThat(faces.getFirst().box().centre().y()).isEqualTo(fullRange.get(1000)[1], within(1e-9));
    assertThat(faces.getFirst().box().width()).isEqualTo(0.1, within(1e-6));
  }
}
