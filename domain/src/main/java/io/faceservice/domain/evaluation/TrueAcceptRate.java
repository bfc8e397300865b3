package io.faceservice.domain.evaluation;

import io.faceservice.domain.compare.Similarity;

/** TAR at an FMR: how many genuine trials match when impostors may match so often and no more. */
public sealed interface TrueAcceptRate {

  /** The greatest FMR that was allowed, 0 to 1. */
  double falseMatchRate();

  /**
   * It was measured.
   *
   * @param rates at the lowest threshold that keeps to the FMR
   */
  record Measured(double falseMatchRate, ErrorRates rates) implements TrueAcceptRate {

    /** Genuine trials that matched. */
    public Proportion trueAccept() {
      return rates.falseNonMatch().complement();
    }
  }

  /**
   * There are too few impostors to tell: with fewer than one over the FMR, a single false match is
   * already too many.
   *
   * @param impostors how many there are
   * @param needed how many it takes
   */
  record TooFewImpostors(double falseMatchRate, long impostors, long needed)
      implements TrueAcceptRate {}

  /**
   * More impostors than allowed have the greatest score there is, so that no threshold rejects
   * them.
   *
   * @param least the lowest FMR that can be had
   */
  record OutOfReach(double falseMatchRate, Proportion least) implements TrueAcceptRate {}

  /**
   * @throws IllegalArgumentException if the FMR is not above 0 and below 1
   */
  static TrueAcceptRate of(VerificationTrials trials, double falseMatchRate) {
    if (!(falseMatchRate > 0 && falseMatchRate < 1)) {
      throw new IllegalArgumentException("an FMR to keep to lies between 0 and 1");
    }
    long impostors = trials.impostor().count();
    long needed = Math.round(Math.ceil(1 / falseMatchRate));
    if (impostors < needed) {
      return new TooFewImpostors(falseMatchRate, impostors, needed);
    }
    return trials.curve().stream()
        .filter(rates -> rates.falseMatch().value() <= falseMatchRate)
        .findFirst()
        .<TrueAcceptRate>map(rates -> new Measured(falseMatchRate, rates))
        .orElseGet(() -> new OutOfReach(falseMatchRate, trials.at(new Similarity(1)).falseMatch()));
  }
}
