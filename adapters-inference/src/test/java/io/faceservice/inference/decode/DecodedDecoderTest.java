package io.faceservice.inference.decode;

import io.faceservice.inference.decode.Faces.Tensors;
import io.faceservice.inference.decode.Faces.Truth;
import io.faceservice.inference.pack.DecodedOutput;
import io.faceservice.inference.pack.DetectorOutput;

/** The default pack's family: nothing to invert but the scale. */
final class DecodedDecoderTest extends DecoderContract {

  @Override
  DetectorOutput output() {
    return new DecodedOutput("scores", "boxes");
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
    return new Tensors().with("scores", anchors(), 2, 0.1f).with("boxes", anchors(), 4, 0);
  }

  @Override
  int anchors() {
    return 50;
  }

  @Override
  void encode(Tensors tensors, int anchor, Truth truth) {
    tensors.set("scores", anchor, 1 - truth.score(), truth.score());
    tensors.set(
        "boxes",
        anchor,
        truth.box().x1() / width(),
        truth.box().y1() / height(),
        truth.box().x2() / width(),
        truth.box().y2() / height());
  }
}
