package io.faceservice.inference;

import io.faceservice.application.port.BackendException;
import io.faceservice.application.port.BackendException.Kind;
import io.faceservice.domain.biometric.Embedding;
import io.faceservice.inference.pack.EmbedderRole;
import io.faceservice.inference.tensor.Tensor;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Reads an embedder's output. */
final class EmbedderOutput {
  private EmbedderOutput() {}

  /**
   * The embedding, brought to unit length.
   *
   * @throws BackendException of kind {@code CORRUPT} if there is none
   */
  static Embedding of(EmbedderRole role, Map<String, Tensor> outputs) {
    return all(role, outputs, 1).getFirst();
  }

  /** The same of so many faces, in the order of the input. */
  static List<Embedding> all(EmbedderRole role, Map<String, Tensor> outputs, int faces) {
    Tensor output = outputs.get(role.output());
    int dimension = role.dimension();
    if (output == null || output.values().length != faces * dimension) {
      throw new BackendException(Kind.CORRUPT, "inference", problem(role));
    }
    try {
      return IntStream.range(0, faces)
          .mapToObj(i -> Arrays.copyOfRange(output.values(), i * dimension, (i + 1) * dimension))
          .map(Embedding::normalised)
          .toList();
    } catch (IllegalArgumentException e) {
      throw new BackendException(Kind.CORRUPT, "inference", problem(role), e);
    }
  }

  private static String problem(EmbedderRole role) {
    return role.file() + " did not give an embedding of " + role.dimension() + " values";
  }
}
