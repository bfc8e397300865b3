package io.faceservice.inference.decode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.faceservice.inference.decode.Faces.Tensors;
import io.faceservice.inference.decode.Faces.Truth;
import io.faceservice.inference.pack.DetectorOutput;
import io.faceservice.inference.pack.DetectorOutput.Activation;
import io.faceservice.inference.pack.DetectorOutput.Variances;
import io.faceservice.inference.pack.SsdOutput;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * The encoder is {@code convert_boxes_to_locations} of UltraFace's {@code box_utils.py}; priors are
 * counted as its {@code generate_priors} does, with the numbers of its {@code fd_config.py}.
 */
final class SsdDecoderTest extends DecoderContract {
  private static final int[][] GRIDS = {{40, 30}, {20, 15}, {10, 8}, {5, 4}};
  private static final double[][] SIZES = {{10, 16, 24}, {32, 48}, {64, 96}, {128, 192, 256}};

  private final List<double[]> priors = priors();

  private List<double[]> priors() {
    List<double[]> all = new ArrayList<>();
    for (int k = 0; k < GRIDS.length; k++) {
      for (int j = 0; j < GRIDS[k][1]; j++) {
        for (int i = 0; i < GRIDS[k][0]; i++) {
          for (double size : SIZES[k]) {
            all.add(
                new double[] {
                  (i + 0.5) / GRIDS[k][0],
                  (j + 0.5) / GRIDS[k][1],
                  Math.min(size / width(), 1),
                  Math.min(size / height(), 1)
                });
          }
        }
      }
    }
    return all;
  }

  @Override
  DetectorOutput output() {
    return new SsdOutput(
        "scores",
        "boxes",
        Activation.NONE,
        new Variances(0.1, 0.2),
        true,
        List.of(
            new SsdOutput.Level(40, 30, List.of(10d, 16d, 24d)),
            new SsdOutput.Level(20, 15, List.of(32d, 48d)),
            new SsdOutput.Level(10, 8, List.of(64d, 96d)),
            new SsdOutput.Level(5, 4, List.of(128d, 192d, 256d))));
  }

  @Override
  int width() {
    return 320;
  }

  @Override
  int height() {
    return 240;
  }

  @Override
  Tensors background() {
    return new Tensors().with("scores", anchors(), 2, 0.01f).with("boxes", anchors(), 4, 0);
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
        (truth.box().centre().x() / width() - prior[0]) / prior[2] / 0.1,
        (truth.box().centre().y() / height() - prior[1]) / prior[3] / 0.1,
        Math.log(truth.box().width() / width() / prior[2]) / 0.2,
        Math.log(truth.box().height() / height() / prior[3]) / 0.2);
  }

  @Test
  void hasTheAnchorsOfUltraFace() {
    assertThat(anchors()).isEqualTo(4420);
  }

  @Test
  void readsAPriorWorkedOutByHand() {
    Tensors tensors = background();
    // The last of all: column 4, row 3 of 5 × 4, size 256, which is cut to the height of 240.
    tensors.set("scores", 4419, 0, 0.9);
    tensors.set("boxes", 4419, -1, 0, 0, 5 * Math.log(0.5));

    RawFace face = decoder().decode(tensors.outputs()).getFirst();

    // Centre (288 − 0.1 · 256, 210), size 256 × 120.
    assertThat(face.box().x1() * 320).isEqualTo(262.4 - 128, within(1e-3));
    assertThat(face.box().y1() * 240).isEqualTo(150, within(1e-3));
    assertThat(face.box().x2() * 320).isEqualTo(262.4 + 128, within(1e-3));
    assertThat(face.box().y2() * 240).isEqualTo(270, within(1e-3));
  }
}
