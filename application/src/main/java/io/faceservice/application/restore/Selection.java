package io.faceservice.application.restore;

import io.faceservice.application.port.ImageStore;
import io.faceservice.application.port.enrolment.SourceCount;
import io.faceservice.domain.biometric.Source;
import java.util.Optional;

/**
 * Which faces of the record, in its order: those of a source, or all; from the {@code startFrom}-th
 * on, counted from 0; {@code number} of them at most.
 */
public record Selection(Optional<Source> source, long startFrom, long number) {
  /** Everyone. */
  public static final Selection ALL = new Selection(Optional.empty(), 0, Long.MAX_VALUE);

  public Selection {
    if (startFrom < 0 || number < 1) {
      throw new IllegalArgumentException("a selection starts at 0 or later, and has at least one");
    }
  }

  /** Whether no face of the record, or of the source, is left out. */
  boolean isWhole() {
    return startFrom == 0 && number == Long.MAX_VALUE;
  }

  /** Whether it is everyone. */
  boolean isAll() {
    return isWhole() && source.isEmpty();
  }

  boolean concerns(Source one) {
    return source.isEmpty() || source.get().equals(one);
  }

  /** How many faces are selected, as the record stands now. */
  public long size(ImageStore store) {
    long faces =
        store.sources().stream()
            .filter(count -> concerns(count.source()))
            .mapToLong(SourceCount::references)
            .sum();
    return Math.min(number, Math.max(0, faces - startFrom));
  }
}
