package io.faceservice.bootstrap.cli.evaluation;

import static io.faceservice.bootstrap.cli.evaluation.EvaluatePage.measured;
import static io.faceservice.bootstrap.cli.evaluation.EvaluatePage.percent;
import static java.lang.String.format;
import static java.util.Locale.ROOT;

import io.faceservice.application.evaluate.AcquisitionFigures;
import io.faceservice.application.evaluate.ComparisonFigures;
import io.faceservice.application.evaluate.FailureToAcquire;
import io.faceservice.domain.evaluation.ErrorRates;
import io.faceservice.domain.evaluation.ScoreSummary;
import io.faceservice.domain.evaluation.VerificationTrials;
import java.util.List;
import java.util.Optional;

/** An evaluation as a page of text. */
final class EvaluateText {
  private static final int FAILURES_SHOWN = 20;

  private final EvaluatePage page = new EvaluatePage();
  private final EvaluateView view;

  private EvaluateText(EvaluateView view) {
    this.view = view;
  }

  static String of(EvaluateView view) {
    return new EvaluateText(view).written();
  }

  private String written() {
    AcquisitionFigures acquisition = view.report().acquisition();
    ComparisonFigures comparison = view.report().comparison();
    page.line(
        format(ROOT, "Verification of %,d pairs by %s", comparison.pairs(), view.report().model()));
    page.line(format(ROOT, "on %s", view.machine()));
    acquisition(acquisition, comparison);
    Optional<VerificationTrials> trials = comparison.trials();
    if (trials.isPresent()) {
      scores(trials.get());
      table(trials.get());
      new EvaluateSummaryText(page, view).write(trials.get(), comparison.crossValidation());
    } else {
      page.section("No error rate can be stated: it takes genuine and impostor pairs compared.");
    }
    failures(acquisition.failures());
    page.section(
        "[low, high] holds the true rate with 95 % confidence, by Wilson's score interval");
    page.line("for independent pairs; pairs that share an image tell less than that. FMR and FNMR");
    page.line("count the pairs compared, FTA counts images.");
    return page.toString();
  }

  private void acquisition(AcquisitionFigures acquisition, ComparisonFigures comparison) {
    var failures = acquisition.failureToAcquireRate();
    page.section("Acquisition");
    page.row(
        "failure to acquire (FTA)",
        failures,
        format(ROOT, "%,d of %,d images", failures.count(), failures.trials()));
    page.row(
        "pairs compared",
        format(ROOT, "%,d", comparison.compared()),
        "",
        format(ROOT, "of %,d", comparison.pairs()));
    page.row(
        "faces per second",
        format(ROOT, "%.1f", acquisition.facesPerSecond()),
        "",
        format(
            ROOT, "in %.1f s, with reading and decoding", acquisition.elapsed().toMillis() / 1e3));
  }

  private void scores(VerificationTrials trials) {
    page.section("Similarity, (cosine + 1) / 2");
    page.line(format(ROOT, "  %-10s %9s %9s %9s %9s", "", "pairs", "min", "median", "max"));
    scores("genuine", trials.genuine());
    scores("impostor", trials.impostor());
  }

  private void scores(String kind, ScoreSummary scores) {
    page.line(
        format(
            ROOT,
            "  %-10s %,9d %9.4f %9.4f %9.4f",
            kind,
            scores.count(),
            scores.min().value(),
            scores.median().value(),
            scores.max().value()));
  }

  private void table(VerificationTrials trials) {
    page.section("Error rates by threshold");
    page.line(
        format(
            ROOT,
            "    %9s %7s   %8s  %-16s   %8s  %-16s   %8s",
            "threshold",
            "cosine",
            "FMR",
            "[low, high]",
            "FNMR",
            "[low, high]",
            "accuracy"));
    for (ErrorRates rates : view.table(trials)) {
      page.line(
          format(
              ROOT,
              "  %s %9.4f %7.3f   %s   %s   %8s",
              rates.threshold().equals(view.threshold()) ? ">" : " ",
              rates.threshold().value(),
              rates.threshold().cosine(),
              measured(rates.falseMatch()),
              measured(rates.falseNonMatch()),
              percent(rates.accuracy().value())));
    }
  }

  private void failures(List<FailureToAcquire> failures) {
    if (failures.isEmpty()) {
      return;
    }
    page.section("Failures to acquire");
    failures.stream()
        .limit(FAILURES_SHOWN)
        .forEach(failure -> page.line(format(ROOT, "  %s  %s", failure.image(), failure.reason())));
    if (failures.size() > FAILURES_SHOWN) {
      page.line(
          format(ROOT, "  and %,d more: see --format json", failures.size() - FAILURES_SHOWN));
    }
  }
}
