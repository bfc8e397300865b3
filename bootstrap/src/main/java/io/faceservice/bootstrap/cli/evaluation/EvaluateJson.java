package io.faceservice.bootstrap.cli.evaluation;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.faceservice.application.evaluate.AcquisitionFigures;
import io.faceservice.domain.compare.Similarity;
import io.faceservice.domain.evaluation.ConfidenceInterval;
import io.faceservice.domain.evaluation.CrossValidation;
import io.faceservice.domain.evaluation.EqualErrorRate;
import io.faceservice.domain.evaluation.ErrorRates;
import io.faceservice.domain.evaluation.Proportion;
import io.faceservice.domain.evaluation.ScoreSummary;
import io.faceservice.domain.evaluation.TrueAcceptRate;
import io.faceservice.domain.evaluation.VerificationTrials;
import java.util.Optional;

/**
 * An evaluation as a JSON object. Rates are fractions with their counts and interval; a figure that
 * cannot be stated is absent, or says why it is not there.
 */
final class EvaluateJson {
  private final ObjectNode json = object();
  private final EvaluateView view;

  private EvaluateJson(EvaluateView view) {
    this.view = view;
  }

  static String of(EvaluateView view) {
    return new EvaluateJson(view).written();
  }

  private String written() {
    var comparison = view.report().comparison();
    json.put("model", view.report().model().value());
    json.putObject("machine")
        .put("cores", view.machine().cores())
        .put("java", view.machine().java())
        .put("system", view.machine().system());
    json.put("pairs", comparison.pairs()).put("compared", comparison.compared());
    json.set("acquisition", acquisition(view.report().acquisition()));
    comparison.trials().ifPresent(trials -> figures(trials, comparison.crossValidation()));
    return json.toPrettyString() + "\n";
  }

  private static ObjectNode acquisition(AcquisitionFigures figures) {
    ObjectNode node =
        object()
            .put("images", figures.images())
            .put("seconds", figures.elapsed().toMillis() / 1e3)
            .put("faces_per_second", figures.facesPerSecond())
            .set("fta", share(figures.failureToAcquireRate()));
    var failures = node.putArray("failures");
    figures
        .failures()
        .forEach(
            failure ->
                failures
                    .addObject()
                    .put("image", failure.image().value())
                    .put("reason", failure.reason()));
    return node;
  }

  private void figures(VerificationTrials trials, Optional<CrossValidation> validation) {
    json.putObject("scores")
        .<ObjectNode>set("genuine", scores(trials.genuine()))
        .set("impostor", scores(trials.impostor()));
    json.set("at_threshold", rates(trials.at(view.threshold())));
    json.set("at_best_threshold", rates(trials.mostAccurate()));
    validation.ifPresent(folds -> json.set("cross_validation", folds(folds)));
    json.set("eer", equal(trials.equalErrorRate()));
    var accepts = json.putArray("tar");
    view.trueAcceptRates(trials).forEach(rate -> accepts.add(trueAccept(rate)));
    var table = json.putArray("by_threshold");
    view.table(trials).forEach(rates -> table.add(rates(rates)));
  }

  private static ObjectNode scores(ScoreSummary scores) {
    return object()
        .put("pairs", scores.count())
        .put("min", scores.min().value())
        .put("median", scores.median().value())
        .put("max", scores.max().value());
  }

  private static ObjectNode rates(ErrorRates rates) {
    return at(rates.threshold())
        .<ObjectNode>set("fmr", share(rates.falseMatch()))
        .<ObjectNode>set("fnmr", share(rates.falseNonMatch()))
        .set("accuracy", share(rates.accuracy()));
  }

  private static ObjectNode at(Similarity threshold) {
    return object().put("threshold", threshold.value());
  }

  private static ObjectNode equal(EqualErrorRate rate) {
    return at(rate.threshold()).put("value", rate.value()).setAll(interval(rate.interval()));
  }

  private static ObjectNode folds(CrossValidation validation) {
    ObjectNode node =
        object()
            .put("mean", validation.mean())
            .put("standard_deviation", validation.standardDeviation());
    var folds = node.putArray("folds");
    validation
        .folds()
        .forEach(
            fold ->
                folds.add(
                    at(fold.threshold()).<ObjectNode>set("accuracy", share(fold.accuracy()))));
    return node;
  }

  private static ObjectNode trueAccept(TrueAcceptRate rate) {
    ObjectNode node = object().put("at_fmr", rate.falseMatchRate());
    return switch (rate) {
      case TrueAcceptRate.Measured measured ->
          node.put("threshold", measured.rates().threshold().value())
              .<ObjectNode>set("tar", share(measured.trueAccept()))
              .set("fmr", share(measured.rates().falseMatch()));
      case TrueAcceptRate.TooFewImpostors few ->
          node.put("not_measurable", "too few impostor pairs")
              .put("impostor_pairs", few.impostors())
              .put("impostor_pairs_needed", few.needed());
      case TrueAcceptRate.OutOfReach out ->
          node.put("not_measurable", "impostors with the greatest score")
              .set("fmr", share(out.least()));
    };
  }

  private static ObjectNode share(Proportion share) {
    return object()
        .put("value", share.value())
        .put("count", share.count())
        .put("trials", share.trials())
        .setAll(interval(share.interval()));
  }

  private static ObjectNode interval(ConfidenceInterval interval) {
    return object().put("low", interval.low()).put("high", interval.high());
  }

  private static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }
}
