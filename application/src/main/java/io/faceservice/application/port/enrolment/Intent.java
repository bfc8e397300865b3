package io.faceservice.application.port.enrolment;

import io.faceservice.domain.biometric.ReferenceKey;
import java.util.List;

/**
 * A durable note that the gallery may not yet agree with the record about some reference faces.
 *
 * <p>Whatever it was written for, it is settled in one way: what the record says of each of its
 * references now is written to the gallery, and the intent is completed. So it does no harm to
 * settle one twice, or out of order.
 */
public sealed interface Intent {

  /** Tells intents of one store apart. Opaque. */
  record Id(String value) {}

  Id id();

  /** The reference faces about which the gallery may not agree. Not empty; all of one subject. */
  List<ReferenceKey> references();

  /** A version of this face, or a further template of one, was recorded. */
  record ToEnrol(Id id, ReferenceKey reference) implements Intent {
    @Override
    public List<ReferenceKey> references() {
      return List.of(reference);
    }
  }

  /** These faces were removed. */
  record ToRemove(Id id, List<ReferenceKey> references) implements Intent {
    public ToRemove {
      references = List.copyOf(references);
      if (references.stream().map(ReferenceKey::subjectKey).distinct().count() != 1) {
        throw new IllegalArgumentException("a removal concerns the faces of one subject");
      }
    }
  }
}
