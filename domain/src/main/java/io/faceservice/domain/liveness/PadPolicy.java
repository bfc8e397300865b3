package io.faceservice.domain.liveness;

/**
 * When a presentation counts as bona fide.
 *
 * @param threshold the least score of a bona fide presentation
 */
public record PadPolicy(PadScore threshold) {

  public PadDecision decide(PadScore score) {
    return score.value() >= threshold.value() ? PadDecision.BONA_FIDE : PadDecision.ATTACK;
  }
}
