package io.faceservice.application.reconcile;

import io.faceservice.domain.biometric.ReferenceKey;

/**
 * One face about which the gallery does not agree with the record.
 *
 * @param kind how they differ
 */
public record Drift(Kind kind, ReferenceKey reference) {

  /** How they differ. */
  public enum Kind {
    /** It is in the record and cannot be found. */
    MISSING,
    /** It can be found and is not in the record. */
    EXTRA,
    /** Another version of it can be found. */
    STALE
  }
}
