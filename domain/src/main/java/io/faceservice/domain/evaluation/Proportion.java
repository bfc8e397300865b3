package io.faceservice.domain.evaluation;

/**
 * How often something happened in a number of trials.
 *
 * @param count how often it happened, 0 to {@code trials}
 * @param trials how often it could have happened, 1 or more
 */
public record Proportion(long count, long trials) {
  public Proportion {
    if (trials < 1 || count < 0 || count > trials) {
      throw new IllegalArgumentException("%d of %d is no proportion".formatted(count, trials));
    }
  }

  /** The observed share, 0 to 1. */
  public double value() {
    return (double) count / trials;
  }

  /** Where the true share lies with 95 % confidence, by Wilson's score interval. */
  public ConfidenceInterval interval() {
    return ConfidenceInterval.wilson(value(), trials);
  }

  /** How often it did not happen. */
  public Proportion complement() {
    return new Proportion(trials - count, trials);
  }
}
