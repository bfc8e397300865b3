package io.faceservice.domain.compare;

/** What a 1:1 comparison decided. */
public enum ComparisonDecision {
  MATCH,
  NON_MATCH
}
