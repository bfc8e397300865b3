package io.faceservice.bootstrap.cli.evaluation;

import io.faceservice.domain.compare.Similarity;
import io.faceservice.domain.search.Candidate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** Counts what a gallery found of what was there. */
final class TrialFigures {
  /** Two float sums of a cosine may differ by so much; what is nearer than that is a tie. */
  private static final double TIE = 1e-6;

  private int searches;
  private int firsts;
  private int nearest;
  private int found;
  private int reportable;
  private int reported;
  private int mates;
  private int listed;
  private int lost;

  /** Compares a list with the one of exact search. */
  void compared(List<Candidate> list, List<NearestByCosine.Found> exact, Similarity threshold) {
    Set<String> subjects =
        list.stream().map(each -> each.subject().value()).collect(Collectors.toSet());
    searches++;
    double best = Similarity.ofCosine(exact.getFirst().cosine()).value();
    firsts += list.getFirst().similarity().value() > best - TIE ? 1 : 0;
    double worst = list.getLast().similarity().value();
    for (NearestByCosine.Found each : exact) {
      Similarity score = Similarity.ofCosine(each.cosine());
      boolean here = subjects.contains(each.subject()) || score.value() < worst + TIE;
      nearest++;
      found += here ? 1 : 0;
      reportable += score.atLeast(threshold) ? 1 : 0;
      reported += here && score.atLeast(threshold) ? 1 : 0;
    }
  }

  /** Counts a mate as lost if it is not on the list though it scores higher than the last there. */
  void mate(String subject, Similarity score, List<Candidate> list) {
    boolean here = list.stream().anyMatch(each -> each.subject().value().equals(subject));
    mates++;
    listed += here ? 1 : 0;
    lost += !here && score.value() > list.getLast().similarity().value() + TIE ? 1 : 0;
  }

  String recallAtOne() {
    return share(firsts, searches);
  }

  String recallAtTen() {
    return share(found, nearest);
  }

  String recallAboveThreshold() {
    return share(reported, reportable);
  }

  String matesListed() {
    return share(listed, mates);
  }

  int matesLost() {
    return lost;
  }

  private static String share(int part, int whole) {
    return whole == 0
        ? "none"
        : String.format(Locale.ROOT, "%.4f (%d of %d)", part / (double) whole, part, whole);
  }
}
