package io.faceservice.domain.evaluation;

import io.faceservice.domain.compare.Similarity;
import java.util.ArrayList;
import java.util.List;

/** Trials written as lists of scores. */
final class Trials {
  private Trials() {}

  static VerificationTrial genuine(double score) {
    return new VerificationTrial(new Similarity(score), true);
  }

  static VerificationTrial impostor(double score) {
    return new VerificationTrial(new Similarity(score), false);
  }

  static VerificationTrials of(List<Double> genuine, List<Double> impostor) {
    List<VerificationTrial> trials = new ArrayList<>();
    genuine.forEach(score -> trials.add(genuine(score)));
    impostor.forEach(score -> trials.add(impostor(score)));
    return VerificationTrials.of(trials);
  }
}
