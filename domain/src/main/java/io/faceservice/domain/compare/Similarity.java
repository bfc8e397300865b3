package io.faceservice.domain.compare;

import io.faceservice.domain.biometric.FaceTemplate;
import java.util.Collection;
import java.util.Comparator;

/**
 * How alike two templates are: {@code (cosine + 1) / 2}, 0 to 1. A comparison score, not a
 * probability.
 */
public record Similarity(double value) implements Comparable<Similarity> {
  public Similarity {
    if (!(value >= 0 && value <= 1)) {
      throw new IllegalArgumentException("a similarity lies in 0..1, not " + value);
    }
  }

  /** From a cosine, −1 to 1; rounding beyond these ends is cut. */
  public static Similarity ofCosine(double cosine) {
    return new Similarity((Math.clamp(cosine, -1, 1) + 1) / 2);
  }

  /** Of two templates of the same model pack. */
  public static Similarity of(FaceTemplate probe, FaceTemplate reference) {
    return ofCosine(probe.cosine(reference));
  }

  /**
   * Of a probe and the nearest of some references, all of the same model pack.
   *
   * @throws IllegalArgumentException if there is no reference
   */
  public static Similarity ofNearest(FaceTemplate probe, Collection<FaceTemplate> references) {
    return references.stream()
        .map(reference -> of(probe, reference))
        .max(Comparator.naturalOrder())
        .orElseThrow(() -> new IllegalArgumentException("nothing to compare with"));
  }

  /** The cosine this score stands for, −1 to 1. */
  public double cosine() {
    return 2 * value - 1;
  }

  public boolean atLeast(Similarity threshold) {
    return value >= threshold.value;
  }

  @Override
  public int compareTo(Similarity other) {
    return Double.compare(value, other.value);
  }
}
