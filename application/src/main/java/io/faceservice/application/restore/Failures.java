package io.faceservice.application.restore;

import io.faceservice.domain.biometric.ReferenceKey;
import java.util.EnumMap;
import java.util.Map;

/** Counts failures by their reasons, and passes them on. To be used by one thread. */
final class Failures {
  private final RestoreObserver observer;
  private final Map<NotRestored, Long> counts = new EnumMap<>(NotRestored.class);

  Failures(RestoreObserver observer) {
    this.observer = observer;
  }

  void add(ReferenceKey face, NotRestored reason) {
    counts.merge(reason, 1L, Long::sum);
    observer.failed(face, reason);
  }

  Map<NotRestored, Long> counts() {
    return counts;
  }
}
