package io.faceservice.bootstrap.cli.evaluation;

import io.faceservice.application.evaluate.EvaluationReport;
import io.faceservice.bootstrap.cli.options.Machine;
import io.faceservice.domain.compare.Similarity;
import io.faceservice.domain.evaluation.ErrorRates;
import io.faceservice.domain.evaluation.TrueAcceptRate;
import io.faceservice.domain.evaluation.VerificationTrials;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * What is shown of an evaluation, in whichever format.
 *
 * @param threshold the one asked for
 */
record EvaluateView(EvaluationReport report, Similarity threshold, Machine machine) {
  private static final List<Double> FALSE_MATCH_RATES = List.of(1e-2, 1e-3);

  /** Error rates at 0.550, 0.575, … 0.850 and at the threshold asked for. */
  List<ErrorRates> table(VerificationTrials trials) {
    return DoubleStream.concat(
            IntStream.rangeClosed(22, 34).mapToDouble(fortieths -> fortieths / 40.0),
            DoubleStream.of(threshold.value()))
        .sorted()
        .distinct()
        .mapToObj(value -> trials.at(new Similarity(value)))
        .toList();
  }

  List<TrueAcceptRate> trueAcceptRates(VerificationTrials trials) {
    return FALSE_MATCH_RATES.stream().map(trials::trueAcceptRate).toList();
  }
}
