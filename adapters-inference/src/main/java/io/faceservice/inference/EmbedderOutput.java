package io.faceservice.inference;

import io.faceservice.application.port.BackendException;
import io.faceservice.application.port.BackendException.Kind;
import io.faceservice.domain.biometric.Embedding;
import io.faceservice.inference.pack.EmbedderRole;
import io.faceservice.inference.tensor.Tensor;
import java.util.Map;

/** Reads an embedder's output. */
final class EmbedderOutput {
  private EmbedderOutput() {}

  /**
   * The embedding, brought to unit length.
   *
   * @throws BackendException of kind {@code CORRUPT} if there is none
   */
  static Embedding of(EmbedderRole role, Map<String, Tensor> outputs) {
    Tensor output = outputs.get(role.output());
    if (output == null || output.values().length != role.dimension()) {
      throw new BackendException(Kind.CORRUPT, "inference", problem(role));
    }
    try {
      return Embedding.normalised(output.values());
    } catch (IllegalArgumentException e) {
      throw new BackendException(Kind.CORRUPT, "inference", problem(role), e);
    }
  }

  private static String problem(EmbedderRole role) {
    return role.file() + " did not give an embedding of " + role.dimension() + " values";
  }
}
