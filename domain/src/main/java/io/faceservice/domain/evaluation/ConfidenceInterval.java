package io.faceservice.domain.evaluation;

/** Where a proportion lies with 95 % confidence, 0 to 1. */
public record ConfidenceInterval(double low, double high) {
  /** The 97.5th percentile of the standard normal distribution. */
  private static final double Z = 1.959963984540054;

  public ConfidenceInterval {
    if (!(low >= 0 && low <= high && high <= 1)) {
      throw new IllegalArgumentException("an interval of proportions lies in 0..1");
    }
  }

  /**
   * The score interval of E. B. Wilson, "Probable inference, the law of succession, and statistical
   * inference", Journal of the American Statistical Association 22 (1927), 209–212. Unlike the
   * normal approximation it stays honest near 0 and 1, where error rates live. It takes the trials
   * as independent.
   *
   * @param proportion what was observed, 0 to 1
   * @param trials in how many trials, 1 or more
   */
  static ConfidenceInterval wilson(double proportion, long trials) {
    double z2 = Z * Z;
    double scale = 1 + z2 / trials;
    double centre = (proportion + z2 / (2 * trials)) / scale;
    double spread = proportion * (1 - proportion) / trials + z2 / (4.0 * trials * trials);
    double half = Z * Math.sqrt(spread) / scale;
    return new ConfidenceInterval(
        proportion == 0 ? 0 : Math.max(0, centre - half),
        proportion == 1 ? 1 : Math.min(1, centre + half));
  }
}
