package io.faceservice.domain.evaluation;

import io.faceservice.domain.compare.Similarity;

/**
 * How often verification errs at one threshold, by ISO/IEC 19795-1: rates of the matching
 * algorithm, over completed comparisons alone. Failures to acquire are counted apart.
 *
 * @param threshold the least similarity of a match
 * @param falseMatch FMR: impostor trials that were matches
 * @param falseNonMatch FNMR: genuine trials that were non-matches
 */
public record ErrorRates(Similarity threshold, Proportion falseMatch, Proportion falseNonMatch) {

  /** Trials of both kinds that were decided rightly. */
  public Proportion accuracy() {
    long trials = falseMatch.trials() + falseNonMatch.trials();
    return new Proportion(trials - falseMatch.count() - falseNonMatch.count(), trials);
  }
}
