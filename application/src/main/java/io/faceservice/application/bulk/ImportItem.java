package io.faceservice.application.bulk;

import io.faceservice.application.bulk.ImportOutcome.Rejected;
import io.faceservice.domain.biometric.CreatedAt;
import io.faceservice.domain.biometric.ReferenceKey;

/** One item of an import's input. */
public sealed interface ImportItem {

  ItemOrigin origin();

  /** A face to enrol. */
  record Face(ItemOrigin origin, ReferenceKey key, CreatedAt createdAt, ImageContent image)
      implements ImportItem {}

  /** What cannot be a face to enrol, and why. */
  record Unusable(ItemOrigin origin, Rejected rejection) implements ImportItem {}
}
