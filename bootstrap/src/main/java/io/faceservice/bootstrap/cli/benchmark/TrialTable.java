package io.faceservice.bootstrap.cli.benchmark;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;

/** Contestants beside the one that all are measured by, as a table in Markdown. */
final class TrialTable {
  private final PrintWriter out;
  private final List<Integer> clientCounts;

  TrialTable(PrintWriter out, List<Integer> clientCounts) {
    this.out = out;
    this.clientCounts = List.copyOf(clientCounts);
  }

  /** Speed is how many requests a second were answered, the base's being 1. */
  void print(String what, Contestant base, List<Contestant> others) {
    out.printf("| %s | clients | requests | median | p99 | requests/s | speed |%n", what);
    out.println("|---|---|---|---|---|---|---|");
    for (int clients : clientCounts) {
      double one = base.timings(clients).runsPerSecond();
      row(base, clients, one);
      others.forEach(other -> row(other, clients, one));
    }
    out.flush();
  }

  private void row(Contestant contestant, int clients, double one) {
    Timings timings = contestant.timings(clients);
    out.printf(
        Locale.ROOT,
        "| %s | %d | %d | %.1f | %.1f | %.1f | %.2f |%n",
        contestant.name(),
        clients,
        timings.count(),
        timings.median(),
        timings.p99(),
        timings.runsPerSecond(),
        timings.runsPerSecond() / one);
  }
}
