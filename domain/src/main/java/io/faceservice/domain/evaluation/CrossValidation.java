package io.faceservice.domain.evaluation;

import io.faceservice.domain.compare.Similarity;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Accuracy on trials that had no say in the threshold: for each fold, the most accurate threshold
 * of all other folds is tried on it. With ten folds this is the protocol of G. B. Huang, M. Ramesh,
 * T. Berg and E. Learned-Miller, "Labeled Faces in the Wild", University of Massachusetts,
 * Technical Report 07-49 (2007).
 *
 * @param folds what came of each fold, two or more
 */
public record CrossValidation(List<Fold> folds) {

  /**
   * One fold.
   *
   * @param threshold chosen on the others
   * @param accuracy at that threshold, on this one
   */
  public record Fold(Similarity threshold, Proportion accuracy) {}

  public CrossValidation {
    folds = List.copyOf(folds);
    if (folds.size() < 2) {
      throw new IllegalArgumentException("cross-validation takes two folds or more");
    }
  }

  /** Tries each fold with the others' threshold; empty unless two folds or more hold both kinds. */
  public static Optional<CrossValidation> of(List<List<VerificationTrial>> folds) {
    if (folds.size() < 2 || !folds.stream().allMatch(CrossValidation::holdsBothKinds)) {
      return Optional.empty();
    }
    return Optional.of(
        new CrossValidation(
            IntStream.range(0, folds.size()).mapToObj(fold -> tried(folds, fold)).toList()));
  }

  /**
   * Deals trials out in turn, genuine and impostor each by themselves, so that all folds have the
   * same share of both. The order of the trials decides; no chance is in it.
   */
  public static List<List<VerificationTrial>> stratified(
      List<VerificationTrial> trials, int folds) {
    List<List<VerificationTrial>> dealt = new ArrayList<>();
    IntStream.range(0, folds).forEach(fold -> dealt.add(new ArrayList<>()));
    int genuine = 0;
    int impostor = 0;
    for (VerificationTrial trial : trials) {
      int turn = trial.genuine() ? genuine++ : impostor++;
      dealt.get(turn % folds).add(trial);
    }
    return dealt.stream().map(List::copyOf).toList();
  }

  private static boolean holdsBothKinds(List<VerificationTrial> fold) {
    return fold.stream().map(VerificationTrial::genuine).distinct().count() == 2;
  }

  private static Fold tried(List<List<VerificationTrial>> folds, int fold) {
    List<VerificationTrial> others =
        IntStream.range(0, folds.size())
            .filter(other -> other != fold)
            .mapToObj(folds::get)
            .flatMap(List::stream)
            .toList();
    Similarity threshold = VerificationTrials.of(others).mostAccurate().threshold();
    return new Fold(threshold, VerificationTrials.of(folds.get(fold)).at(threshold).accuracy());
  }

  /** The mean of the folds' accuracies, 0 to 1. */
  public double mean() {
    return folds.stream().mapToDouble(fold -> fold.accuracy().value()).average().orElseThrow();
  }

  /** The sample standard deviation of the folds' accuracies (divisor: folds less one). */
  public double standardDeviation() {
    double mean = mean();
    double squares =
        folds.stream().mapToDouble(fold -> Math.pow(fold.accuracy().value() - mean, 2)).sum();
    return Math.sqrt(squares / (folds.size() - 1));
  }
}
