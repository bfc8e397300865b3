package io.faceservice.inference;

import io.faceservice.inference.pack.DetectorRole;
import io.faceservice.inference.pack.EmbedderRole;
import io.faceservice.inference.pack.InputSpec;
import io.faceservice.inference.pack.LandmarkRole;
import io.faceservice.inference.pack.PresentationAttackRole;
import io.faceservice.inference.tensor.TensorSignature;
import io.faceservice.inference.tensor.TensorSpec;
import java.util.List;

/** Which tensors the model of each role takes and gives, as far as the pack tells. */
final class RoleSignatures {
  private RoleSignatures() {}

  static TensorSignature of(DetectorRole role) {
    return new TensorSignature(
        List.of(input(role.input())),
        role.decoder().outputs().stream().map(TensorSpec::named).toList());
  }

  static TensorSignature of(LandmarkRole role) {
    return new TensorSignature(
        List.of(input(role.input())), List.of(TensorSpec.named(role.output())));
  }

  static TensorSignature of(EmbedderRole role) {
    return new TensorSignature(
        List.of(input(role.input())),
        List.of(new TensorSpec(role.output(), List.of(TensorSpec.FREE, (long) role.dimension()))));
  }

  static TensorSignature of(PresentationAttackRole.Model role) {
    return new TensorSignature(
        List.of(input(role.input())), List.of(TensorSpec.named(role.output())));
  }

  private static TensorSpec input(InputSpec input) {
    long channels = input.channels().count();
    long height = input.height();
    long width = input.width();
    return new TensorSpec(
        input.name(),
        switch (input.layout()) {
          case NCHW -> List.of(TensorSpec.FREE, channels, height, width);
          case NHWC -> List.of(TensorSpec.FREE, height, width, channels);
        });
  }
}
