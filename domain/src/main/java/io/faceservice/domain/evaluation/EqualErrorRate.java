package io.faceservice.domain.evaluation;

import io.faceservice.domain.compare.Similarity;
import java.util.List;

/**
 * EER: the error rate at the threshold where FMR and FNMR are the same.
 *
 * <p>Both rates change in steps and seldom meet at one, so they are interpolated: linearly between
 * the two neighbouring points of the error curve where FNMR first reaches FMR, threshold and rates
 * alike.
 *
 * @param value the rate, 0 to 1
 * @param threshold where the interpolated rates cross
 * @param trials of the kind of which there are fewer
 */
public record EqualErrorRate(double value, Similarity threshold, long trials) {

  static EqualErrorRate of(VerificationTrials trials) {
    List<ErrorRates> curve = trials.curve();
    long fewest = Math.min(trials.genuine().count(), trials.impostor().count());
    CurvePoint last = CurvePoint.of(curve.getFirst());
    for (ErrorRates rates : curve) {
      CurvePoint here = CurvePoint.of(rates);
      if (here.lead() <= 0) {
        return crossing(last, here, fewest);
      }
      last = here;
    }
    return crossing(last, CurvePoint.REJECTING_ALL, fewest);
  }

  private static EqualErrorRate crossing(CurvePoint before, CurvePoint after, long trials) {
    double share = before.lead() / (before.lead() - after.lead());
    return new EqualErrorRate(
        between(before.falseMatch, after.falseMatch, share),
        new Similarity(between(before.threshold, after.threshold, share)),
        trials);
  }

  private static double between(double from, double to, double share) {
    return from + share * (to - from);
  }

  /**
   * Wilson's interval, as if the rate had been observed on the kind of trial of which there are
   * fewer: an approximation, since a rate at a threshold that was sought is no plain proportion.
   */
  public ConfidenceInterval interval() {
    return ConfidenceInterval.wilson(value, trials);
  }

  private record CurvePoint(double threshold, double falseMatch, double falseNonMatch) {
    /** Where every error curve ends, though no threshold rejects a score of 1. */
    static final CurvePoint REJECTING_ALL = new CurvePoint(1, 0, 1);

    static CurvePoint of(ErrorRates rates) {
      return new CurvePoint(
          rates.threshold().value(), rates.falseMatch().value(), rates.falseNonMatch().value());
    }

    double lead() {
      return falseMatch - falseNonMatch;
    }
  }
}
