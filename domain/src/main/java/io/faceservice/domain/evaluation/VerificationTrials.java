package io.faceservice.domain.evaluation;

import io.faceservice.domain.compare.Similarity;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.DoubleStream;

/** Labelled comparisons, at least one of each kind, and the error rates they show. Immutable. */
public final class VerificationTrials {
  private final Scores genuine;
  private final Scores impostor;

  private VerificationTrials(Scores genuine, Scores impostor) {
    this.genuine = genuine;
    this.impostor = impostor;
  }

  /**
   * @throws IllegalArgumentException if there is no genuine trial or no impostor trial
   */
  public static VerificationTrials of(Collection<VerificationTrial> trials) {
    return new VerificationTrials(scores(trials, true), scores(trials, false));
  }

  private static Scores scores(Collection<VerificationTrial> trials, boolean genuine) {
    return new Scores(
        trials.stream()
            .filter(trial -> trial.genuine() == genuine)
            .mapToDouble(trial -> trial.similarity().value()));
  }

  /** The scores of those who are one person. */
  public ScoreSummary genuine() {
    return genuine.summary();
  }

  /** The scores of those who are two. */
  public ScoreSummary impostor() {
    return impostor.summary();
  }

  /** FMR and FNMR at a threshold. */
  public ErrorRates at(Similarity threshold) {
    int falseMatches = impostor.atLeast(threshold.value());
    int matches = genuine.atLeast(threshold.value());
    return new ErrorRates(
        threshold,
        new Proportion(falseMatches, impostor.count()),
        new Proportion(genuine.count() - matches, genuine.count()));
  }

  /**
   * The threshold that decides most of these trials rightly; among equals, the one in the widest
   * gap between scores. Chosen on the very trials it is judged by, its accuracy flatters: see
   * {@link CrossValidation} for one that does not.
   */
  public ErrorRates mostAccurate() {
    return cuts().stream()
        .max(
            Comparator.comparingLong((Cut cut) -> at(cut.threshold()).accuracy().count())
                .thenComparingDouble(Cut::width))
        .map(cut -> at(cut.threshold()))
        .orElseThrow();
  }

  /** Where FMR and FNMR are the same. */
  public EqualErrorRate equalErrorRate() {
    return EqualErrorRate.of(this);
  }

  /**
   * The share of genuine trials that match at the lowest threshold whose FMR does not exceed the
   * given one.
   *
   * @param falseMatchRate above 0, below 1
   */
  public TrueAcceptRate trueAcceptRate(double falseMatchRate) {
    return TrueAcceptRate.of(this, falseMatchRate);
  }

  /** Every decision that these scores allow, from accepting all to rejecting all. */
  List<ErrorRates> curve() {
    return cuts().stream().map(cut -> at(cut.threshold())).toList();
  }

  private List<Cut> cuts() {
    return Cut.through(DoubleStream.concat(genuine.stream(), impostor.stream()));
  }

  @Override
  public String toString() {
    return "VerificationTrials[%d genuine, %d impostor]"
        .formatted(genuine.count(), impostor.count());
  }
}
