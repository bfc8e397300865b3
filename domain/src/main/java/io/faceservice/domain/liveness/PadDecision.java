package io.faceservice.domain.liveness;

/** What presentation attack detection decided (ISO/IEC 30107-3). */
public enum PadDecision {
  BONA_FIDE,
  ATTACK
}
