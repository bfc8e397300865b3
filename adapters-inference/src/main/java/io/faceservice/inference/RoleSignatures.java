package io.faceservice.inference;

import io.faceservice.inference.pack.DetectorRole;
import io.faceservice.inference.pack.DetectorRole.Fit;
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
    InputSpec input = role.input();
    return new TensorSignature(
        List.of(role.fit() == Fit.PAD ? padded(input) : input(input)),
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
    return input(input, TensorSpec.FREE, input.height(), input.width());
  }

  /** One picture at a time, of any size: such a model gives the faces of a whole batch as one. */
  private static TensorSpec padded(InputSpec input) {
    return input(input, 1, TensorSpec.FREE, TensorSpec.FREE);
  }

  private static TensorSpec input(InputSpec input, long batch, long height, long width) {
    long channels = input.channels().count();
    return new TensorSpec(
        input.name(),
        switch (input.layout()) {
          case NCHW -> List.of(batch, channels, height, width);
          case NHWC -> List.of(batch, height, width, channels);
        });
  }
}
