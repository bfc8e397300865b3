package io.faceservice.inference.decode;

import io.faceservice.inference.pack.DetectorOutput;
import io.faceservice.inference.pack.DetectorRole;
import io.faceservice.inference.pack.DetectorRole.Fit;
import io.faceservice.inference.pack.InputSpec;
import io.faceservice.inference.pack.InputSpec.Channels;
import io.faceservice.inference.pack.InputSpec.Layout;
import java.util.List;

/** Detectors as a manifest would tell them. */
final class Roles {
  static final double THRESHOLD = 0.5;

  private Roles() {}

  static DetectorRole detector(int width, int height, DetectorOutput output) {
    List<Float> zero = List.of(0f, 0f, 0f);
    List<Float> one = List.of(1f, 1f, 1f);
    var input = new InputSpec("input", width, height, Layout.NCHW, Channels.RGB, zero, one);
    return new DetectorRole("a.onnx", input, Fit.LETTERBOX, output, THRESHOLD, 0.4, 16);
  }
}
