package io.faceservice.inference.decode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.faceservice.inference.decode.Faces.Tensors;
import io.faceservice.inference.decode.Faces.Truth;
import io.faceservice.inference.pack.DetectorOutput;
import io.faceservice.inference.pack.YuNetOutput;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * The encoder inverts {@code postProcess} of OpenCV's {@code face_detect.cpp}: {@code cx = (c + b0)
 * · stride}, {@code w = exp(b2) · stride}, {@code score = √(cls · obj)}.
 */
final class YuNetDecoderTest extends DecoderContract {
  private static final int[] STRIDES = {8, 16, 32};

  @Override
  DetectorOutput output() {
    return new YuNetOutput(
        List.of(
            new YuNetOutput.Level(8, "cls_8", "obj_8", "bbox_8", "kps_8"),
            new YuNetOutput.Level(16, "cls_16", "obj_16", "bbox_16", "kps_16"),
            new YuNetOutput.Level(32, "cls_32", "obj_32", "bbox_32", "kps_32")));
  }

  @Override
  int width() {
    return 160;
  }

  @Override
  int height() {
    return 224;
  }

  @Override
  Tensors background() {
    Tensors tensors = new Tensors();
    for (int stride : STRIDES) {
      int n = cells(stride);
      tensors.with("cls_" + stride, n, 1, 0.9f).with("obj_" + stride, n, 1, 0.01f);
      tensors.with("bbox_" + stride, n, 4, 0).with("kps_" + stride, n, 10, 0);
    }
    return tensors;
  }

  @Override
  int anchors() {
    return cells(8) + cells(16) + cells(32);
  }

  private int cells(int stride) {
    return width() / stride * (height() / stride);
  }

  @Override
  void encode(Tensors tensors, int anchor, Truth truth) {
    int cell = anchor;
    int level = 0;
    while (cell >= cells(STRIDES[level])) {
      cell -= cells(STRIDES[level]);
      level++;
    }
    double stride = STRIDES[level];
    int column = cell % (width() / STRIDES[level]);
    int row = cell / (width() / STRIDES[level]);
    // Any pair whose geometric mean is the score will do.
    tensors.set("cls_" + STRIDES[level], cell, truth.score() * truth.score());
    tensors.set("obj_" + STRIDES[level], cell, 1);
    tensors.set(
        "bbox_" + STRIDES[level],
        cell,
        truth.box().centre().x() / stride - column,
        truth.box().centre().y() / stride - row,
        Math.log(truth.box().width() / stride),
        Math.log(truth.box().height() / stride));
    tensors.set(
        "kps_" + STRIDES[level],
        cell,
        truth.points(x -> x / stride - column, y -> y / stride - row));
  }

  @Test
  void readsACellWorkedOutByHand() {
    Tensors tensors = background();
    // Stride 32, 5 columns: cell 13 is column 3, row 2: (96, 64).
    tensors.set("cls_32", 13, 0.9);
    tensors.set("obj_32", 13, 0.4);
    tensors.set("bbox_32", 13, 0.5, 0.25, Math.log(2), 0);
    tensors.set("kps_32", 13, 0.25, 0, 1, 0, 0.5, 0.5, 0.25, 1, 0.75, 1);

    RawFace face = decoder().decode(tensors.outputs()).getFirst();

    assertThat(face.confidence()).isEqualTo(0.6, within(1e-7)); // √0.36
    assertThat(face.box().x1() * 160).isEqualTo(112 - 32, within(1e-5));
    assertThat(face.box().y1() * 224).isEqualTo(72 - 16, within(1e-5));
    assertThat(face.box().x2() * 160).isEqualTo(112 + 32, within(1e-5));
    assertThat(face.box().y2() * 224).isEqualTo(72 + 16, within(1e-5));
    assertThat(face.keypoints().getFirst().x() * 160).isEqualTo(104, within(1e-5));
    assertThat(face.keypoints().getLast().y() * 224).isEqualTo(96, within(1e-5));
  }

  @Test
  void clampsScoresBeforeItMultipliesThem() {
    Tensors tensors = background();
    tensors.set("cls_8", 0, 1.5);
    tensors.set("obj_8", 0, 1.2);
    tensors.set("cls_8", 1, -3);
    tensors.set("obj_8", 1, -3);

    List<RawFace> faces = decoder().decode(tensors.outputs());

    assertThat(faces).extracting(RawFace::confidence).containsExactly(1.0);
  }
}
