package io.faceservice.vectorstore.embedded;

import io.faceservice.domain.search.Candidate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** How much of what naive search finds the gallery finds too. Records are people's numbers. */
public final class Recall {
  private static final double THRESHOLD = 0.70;

  private int searches;
  private int first;
  private int exact;
  private int found;
  private int reportable;
  private int reported;
  private double furthest;

  /** Counts what a search found of what naive search finds. */
  public void count(List<Candidate> candidates, List<FloatScan.Found> nearest) {
    Set<Integer> people = candidates.stream().map(Recall::person).collect(Collectors.toSet());
    searches++;
    first += person(candidates.getFirst()) == nearest.getFirst().record() ? 1 : 0;
    for (FloatScan.Found each : nearest) {
      int here = people.contains(each.record()) ? 1 : 0;
      int above = score(each) > THRESHOLD ? 1 : 0;
      exact++;
      found += here;
      reportable += above;
      reported += here * above;
    }
    double score = candidates.getFirst().similarity().value();
    furthest = Math.max(furthest, Math.abs(score - score(nearest.getFirst())));
  }

  /** The share of the searches that put first whom naive search puts first. */
  public double ofFirst() {
    return first / (double) searches;
  }

  /** The share of those listed by naive search who are listed. */
  public double ofAll() {
    return found / (double) exact;
  }

  void tell(String when, Map<String, String> table) {
    table.put("recall@1" + when, share(first, searches));
    table.put("recall@10" + when, share(found, exact));
    table.put(
        "recall of those of the ten that score above %.2f%s".formatted(THRESHOLD, when),
        share(reported, reportable));
    table.put("largest error of a score" + when, "%.0e".formatted(furthest));
  }

  private static String share(int part, int whole) {
    return "%.4f (%d of %d)".formatted(part / (double) whole, part, whole);
  }

  private static double score(FloatScan.Found found) {
    return (found.cosine() + 1) / 2;
  }

  private static int person(Candidate candidate) {
    return Integer.parseInt(candidate.subject().value().substring("person-".length()));
  }
}
