package io.faceservice.bootstrap.cli.evaluation;

import static io.faceservice.bootstrap.cli.evaluation.EvaluatePage.interval;
import static io.faceservice.bootstrap.cli.evaluation.EvaluatePage.measured;
import static io.faceservice.bootstrap.cli.evaluation.EvaluatePage.percent;
import static java.lang.String.format;
import static java.util.Locale.ROOT;

import io.faceservice.domain.evaluation.CrossValidation;
import io.faceservice.domain.evaluation.EqualErrorRate;
import io.faceservice.domain.evaluation.ErrorRates;
import io.faceservice.domain.evaluation.TrueAcceptRate;
import io.faceservice.domain.evaluation.VerificationTrials;
import java.util.Optional;

/** The part of an evaluation's page that says in few figures how good a model pack is. */
final class EvaluateSummaryText {
  private final EvaluatePage page;
  private final EvaluateView view;

  EvaluateSummaryText(EvaluatePage page, EvaluateView view) {
    this.page = page;
    this.view = view;
  }

  void write(VerificationTrials trials, Optional<CrossValidation> validation) {
    page.section("Accuracy");
    accuracy("at the threshold asked for", trials.at(view.threshold()), "");
    accuracy("at the best threshold", trials.mostAccurate(), ", chosen on these very pairs");
    validation.ifPresentOrElse(
        this::folds,
        () -> notMeasurable("by folds", "every fold takes genuine and impostor pairs"));
    page.section("Rates");
    EqualErrorRate equal = trials.equalErrorRate();
    page.row(
        "EER",
        percent(equal.value()),
        interval(equal.interval()),
        format(ROOT, "at %.4f, interpolated", equal.threshold().value()));
    view.trueAcceptRates(trials).forEach(this::trueAccept);
  }

  private void accuracy(String label, ErrorRates rates, String note) {
    page.row(label, rates.accuracy(), format(ROOT, "at %.4f", rates.threshold().value()) + note);
  }

  private void folds(CrossValidation validation) {
    var thresholds =
        validation.folds().stream()
            .mapToDouble(fold -> fold.threshold().value())
            .summaryStatistics();
    page.row(
        format(ROOT, "by %d folds", validation.folds().size()),
        percent(validation.mean()),
        format(ROOT, "± %.2f", 100 * validation.standardDeviation()),
        format(
            ROOT,
            "standard deviation; thresholds %.4f to %.4f",
            thresholds.getMin(),
            thresholds.getMax()));
  }

  private void trueAccept(TrueAcceptRate rate) {
    String label = format(ROOT, "TAR at FMR %.0e", rate.falseMatchRate()).replace("e-0", "e-");
    switch (rate) {
      case TrueAcceptRate.Measured measured ->
          page.row(
              label,
              measured.trueAccept(),
              format(ROOT, "at %.4f, FMR ", measured.rates().threshold().value())
                  + measured(measured.rates().falseMatch()).strip());
      case TrueAcceptRate.TooFewImpostors few ->
          notMeasurable(
              label,
              format(ROOT, "takes %,d impostor pairs, has %,d", few.needed(), few.impostors()));
      case TrueAcceptRate.OutOfReach out ->
          notMeasurable(label, "FMR is never below " + percent(out.least().value()));
    }
  }

  private void notMeasurable(String label, String reason) {
    page.row(label, "-", "not measurable", reason);
  }
}
