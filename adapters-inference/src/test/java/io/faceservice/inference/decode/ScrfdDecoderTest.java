package io.faceservice.inference.decode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.faceservice.inference.decode.Faces.Tensors;
import io.faceservice.inference.decode.Faces.Truth;
import io.faceservice.inference.pack.DetectorOutput;
import io.faceservice.inference.pack.ScrfdOutput;
import io.faceservice.inference.tensor.Tensor;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * The encoder inverts insightface's {@code scrfd.py}: {@code anchor_centers} is the cell's index
 * times the stride, each repeated for every anchor; {@code x1 = centre − distance · stride}.
 */
final class ScrfdDecoderTest extends DecoderContract {
  private static final int[] STRIDES = {8, 16, 32};
  private static final int ANCHORS = 2;

  @Override
  DetectorOutput output() {
    return new ScrfdOutput(
        ANCHORS,
        List.of(
            new ScrfdOutput.Level(8, "s8", "b8", "k8"),
            new ScrfdOutput.Level(16, "s16", "b16", "k16"),
            new ScrfdOutput.Level(32, "s32", "b32", "k32")));
  }

  @Override
  int width() {
    return 256;
  }

  @Override
  int height() {
    return 160;
  }

  @Override
  Tensors background() {
    Tensors tensors = new Tensors();
    for (int stride : STRIDES) {
      int n = anchorsOf(stride);
      tensors
          .with("s" + stride, n, 1, 0.01f)
          .with("b" + stride, n, 4, 1)
          .with("k" + stride, n, 10, 0);
    }
    return tensors;
  }

  @Override
  int anchors() {
    return anchorsOf(8) + anchorsOf(16) + anchorsOf(32);
  }

  private int anchorsOf(int stride) {
    return width() / stride * (height() / stride) * ANCHORS;
  }

  @Override
  void encode(Tensors tensors, int anchor, Truth truth) {
    int row = anchor;
    int level = 0;
    while (row >= anchorsOf(STRIDES[level])) {
      row -= anchorsOf(STRIDES[level]);
      level++;
    }
    int stride = STRIDES[level];
    double x = row / ANCHORS % (width() / stride) * stride;
    double y = row / ANCHORS / (width() / stride) * stride;
    tensors.set("s" + stride, row, truth.score());
    tensors.set(
        "b" + stride,
        row,
        (x - truth.box().x1()) / stride,
        (y - truth.box().y1()) / stride,
        (truth.box().x2() - x) / stride,
        (truth.box().y2() - y) / stride);
    tensors.set("k" + stride, row, truth.points(px -> (px - x) / stride, py -> (py - y) / stride));
  }

  @Test
  void readsAnAnchorWorkedOutByHand() {
    Tensors tensors = background();
    // Stride 16, 16 columns: row 71 is the second anchor of cell 35, column 3, row 2: (48, 32).
    tensors.set("s16", 71, 0.75);
    tensors.set("b16", 71, 1, 0.5, 2, 3);
    tensors.set("k16", 71, 0.5, 1, 1, 1, 0.75, 1.5, 0.5, 2, 1, 2);

    RawFace face = decoder().decode(tensors.outputs()).getFirst();

    assertThat(face.confidence()).isEqualTo(0.75);
    assertThat(face.box().x1() * 256).isEqualTo(32, within(1e-9));
    assertThat(face.box().y1() * 160).isEqualTo(24, within(1e-9));
    assertThat(face.box().x2() * 256).isEqualTo(80, within(1e-9));
    assertThat(face.box().y2() * 160).isEqualTo(80, within(1e-9));
    assertThat(face.keypoints().getFirst().x() * 256).isEqualTo(56, within(1e-9));
    assertThat(face.keypoints().getLast().y() * 160).isEqualTo(64, within(1e-9));
  }

  @Test
  void takesOutputsWithoutABatchDimensionAsDet10gHasThem() {
    Truth truth = Faces.random(Faces.random(17), width(), height());
    Tensors tensors = background();
    encode(tensors, 5, truth);
    Map<String, Tensor> flat = new HashMap<>();
    tensors
        .outputs()
        .forEach((name, t) -> flat.put(name, Tensor.of(t.values(), t.rows(), t.columns())));

    Faces.assertSame(decoder().decode(flat).getFirst(), truth, width(), height(), true);
  }

  @Test
  void doesWithoutKeypointsWhereTheModelHasNone() {
    Tensors tensors = new Tensors().with("s", 40, 1, 0).with("b", 40, 4, 1);
    tensors.set("s", 0, 0.9);
    var output = new ScrfdOutput(1, List.of(new ScrfdOutput.Level(32, "s", "b", null)));
    var role = Roles.detector(256, 160, output);

    assertThat(FaceDecoder.of(role).decode(tensors.outputs()).getFirst().keypoints()).isEmpty();
    assertThat(output.givesKeypoints()).isFalse();
  }
}
