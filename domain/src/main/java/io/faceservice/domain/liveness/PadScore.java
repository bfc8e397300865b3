package io.faceservice.domain.liveness;

/**
 * How sure presentation attack detection is that a presentation is bona fide: 0 attack, 1 bona
 * fide.
 */
public record PadScore(double value) {
  public PadScore {
    if (!(value >= 0 && value <= 1)) {
      throw new IllegalArgumentException("a PAD score lies in 0..1, not " + value);
    }
  }
}
