package io.faceservice.bootstrap.cli.evaluation;

import static java.lang.String.format;
import static java.util.Locale.ROOT;

import io.faceservice.domain.evaluation.ConfidenceInterval;
import io.faceservice.domain.evaluation.Proportion;

/** A page of text with sections and aligned rows; the same in every locale. */
final class EvaluatePage {
  private final StringBuilder text = new StringBuilder();

  void line(String line) {
    text.append(line.stripTrailing()).append('\n');
  }

  void section(String title) {
    line("");
    line(title);
  }

  /** A label, a figure, how sure it is, and what else is to be said; the last two may be empty. */
  void row(String label, String figure, String spread, String note) {
    line(format(ROOT, "  %-27s %9s  %-16s  %s", label, figure, spread, note));
  }

  /** The same for a share of trials. */
  void row(String label, Proportion share, String note) {
    row(label, percent(share.value()), interval(share.interval()), note);
  }

  static String percent(double share) {
    return format(ROOT, "%.2f %%", 100 * share);
  }

  static String interval(ConfidenceInterval interval) {
    return format(ROOT, "[%6.2f, %6.2f]", 100 * interval.low(), 100 * interval.high());
  }

  /** A share in percent with its interval. */
  static String measured(Proportion share) {
    return format(ROOT, "%8s  %s", percent(share.value()), interval(share.interval()));
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
