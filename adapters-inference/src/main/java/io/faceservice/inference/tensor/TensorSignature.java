package io.faceservice.inference.tensor;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What tensors a model takes and gives: as a pack describes it, or as the model itself tells. */
public record TensorSignature(List<TensorSpec> inputs, List<TensorSpec> outputs) {
  public TensorSignature {
    inputs = List.copyOf(inputs);
    outputs = List.copyOf(outputs);
  }

  /**
   * How a model differs from this description, in a sentence that names the tensor; empty if it can
   * be used as described. It may give more outputs than are described, but not take more inputs.
   */
  public Optional<String> differenceOf(TensorSignature model) {
    return Stream.of(
            inputs.stream().flatMap(input -> difference("input", input, model.inputs).stream()),
            model.inputs.stream().flatMap(input -> unfed(input).stream()),
            outputs.stream().flatMap(o -> difference("output", o, model.outputs).stream()))
        .flatMap(differences -> differences)
        .findFirst();
  }

  private Optional<String> unfed(TensorSpec input) {
    return inputs.stream().anyMatch(ours -> means(ours, input))
        ? Optional.empty()
        : Optional.of("it wants an input %s, of which nothing is said".formatted(input));
  }

  private static boolean means(TensorSpec ours, TensorSpec theirs) {
    return ours.name().equals(TensorSpec.ONLY) || ours.name().equals(theirs.name());
  }

  private static Optional<String> difference(String kind, TensorSpec ours, List<TensorSpec> all) {
    List<TensorSpec> meant = all.stream().filter(theirs -> means(ours, theirs)).toList();
    if (meant.size() != 1) {
      return Optional.of("it has no single %s %s but %s".formatted(kind, ours.name(), all));
    }
    TensorSpec theirs = meant.getFirst();
    return ours.agreesWith(theirs)
        ? Optional.empty()
        : Optional.of(
            "its %s %s is %s, not %s"
                .formatted(kind, theirs.name(), theirs.dimensions(), ours.dimensions()));
  }
}
