package io.faceservice.application.evaluate;

import io.faceservice.domain.biometric.FaceTemplate;
import io.faceservice.domain.compare.Similarity;
import io.faceservice.domain.evaluation.CrossValidation;
import io.faceservice.domain.evaluation.VerificationTrial;
import io.faceservice.domain.evaluation.VerificationTrials;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;

/** Compares labelled pairs by the templates of their images. */
final class PairComparison {
  /** As many as the protocol of Labeled Faces in the Wild has. */
  private static final int FOLDS = 10;

  private PairComparison() {}

  /** A pair that was compared. */
  private record Compared(VerificationTrial trial, OptionalInt fold) {}

  static ComparisonFigures of(List<LabelledPair> pairs, Map<ImageName, FaceTemplate> templates) {
    List<Compared> compared =
        pairs.stream().flatMap(pair -> compare(pair, templates).stream()).toList();
    return new ComparisonFigures(
        pairs.size(), compared.size(), trials(compared), CrossValidation.of(folds(compared)));
  }

  private static Optional<Compared> compare(
      LabelledPair pair, Map<ImageName, FaceTemplate> templates) {
    FaceTemplate probe = templates.get(pair.probe());
    FaceTemplate reference = templates.get(pair.reference());
    if (probe == null || reference == null) {
      return Optional.empty();
    }
    var trial = new VerificationTrial(Similarity.of(probe, reference), pair.genuine());
    return Optional.of(new Compared(trial, pair.fold()));
  }

  private static Optional<VerificationTrials> trials(List<Compared> compared) {
    List<VerificationTrial> trials = compared.stream().map(Compared::trial).toList();
    long kinds = trials.stream().map(VerificationTrial::genuine).distinct().count();
    return kinds == 2 ? Optional.of(VerificationTrials.of(trials)) : Optional.empty();
  }

  /** The folds that the pairs name; where any pair names none, ten of even mixture. */
  private static List<List<VerificationTrial>> folds(List<Compared> compared) {
    if (compared.stream().anyMatch(pair -> pair.fold().isEmpty())) {
      return CrossValidation.stratified(compared.stream().map(Compared::trial).toList(), FOLDS);
    }
    Map<Integer, List<VerificationTrial>> folds = new TreeMap<>();
    for (Compared pair : compared) {
      folds.computeIfAbsent(pair.fold().getAsInt(), fold -> new ArrayList<>()).add(pair.trial());
    }
    return List.copyOf(folds.values());
  }
}
