package io.faceservice.bootstrap.cli.bulk;

import static java.util.Locale.ROOT;

import io.faceservice.application.bulk.ImportItem;
import io.faceservice.application.bulk.ImportListener;
import io.faceservice.application.bulk.ImportOutcome;
import io.faceservice.application.bulk.ImportOutcome.AlreadyThere;
import io.faceservice.application.bulk.ImportOutcome.Enrolled;
import io.faceservice.application.bulk.ImportOutcome.Reason;
import io.faceservice.application.bulk.ImportOutcome.Rejected;
import io.faceservice.bootstrap.cli.progress.ProgressLine;
import java.io.PrintWriter;
import java.util.EnumMap;
import java.util.Map;

/** Counts what becomes of an import's items, and tells it on the way and at the end. */
final class ImportTally implements ImportListener {
  private final RejectsFile rejects;
  private final ProgressLine progress;
  private final Map<Reason, Long> rejected = new EnumMap<>(Reason.class);
  private long enrolled;
  private long there;

  ImportTally(RejectsFile rejects, ProgressLine progress) {
    this.rejects = rejects;
    this.progress = progress;
  }

  @Override
  public void heard(ImportItem item, ImportOutcome outcome) {
    switch (outcome) {
      case Enrolled kept -> enrolled++;
      case AlreadyThere kept -> there++;
      case Rejected reject -> {
        rejected.merge(reject.reason(), 1L, Long::sum);
        rejects.add(item.origin(), reject);
      }
    }
    progress.at(enrolled + there + rejected(), rejected());
  }

  long rejected() {
    return rejected.values().stream().mapToLong(Long::longValue).sum();
  }

  /** The last word on the progress, and the counts. */
  void finish(PrintWriter out, long ignored) {
    progress.finish(enrolled + there + rejected(), rejected());
    line(out, "enrolled", enrolled);
    line(out, "already there", there);
    line(out, "rejected", rejected());
    rejected.forEach((reason, count) -> line(out, "  " + Reasons.code(reason), count));
    line(out, "ignored", ignored);
    double seconds = progress.elapsed().toMillis() / 1e3;
    out.printf(ROOT, "%.1f s, %.1f faces/s%n", seconds, seconds > 0 ? enrolled / seconds : 0);
    out.flush();
  }

  private static void line(PrintWriter out, String what, long count) {
    out.printf(ROOT, "%-24s %,12d%n", what, count);
  }
}
