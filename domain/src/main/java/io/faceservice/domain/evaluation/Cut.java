package io.faceservice.domain.evaluation;

import io.faceservice.domain.compare.Similarity;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;

/**
 * A place between two neighbouring scores. All thresholds within it decide alike, so that the cuts
 * of a set of scores are all the decisions there are to choose from.
 *
 * @param below the greatest score that is rejected, or 0 where none is
 * @param above the least score that is accepted, or 1 where none is
 */
record Cut(double below, double above) {

  /** All cuts through some scores, lowest first: from accepting all to rejecting all. */
  static List<Cut> through(DoubleStream scores) {
    List<Cut> cuts = new ArrayList<>();
    double below = 0;
    for (double score : scores.sorted().distinct().toArray()) {
      cuts.add(new Cut(below, score));
      below = score;
    }
    if (below < 1) { // a score of 1 is accepted at every threshold
      cuts.add(new Cut(below, 1));
    }
    return List.copyOf(cuts);
  }

  /** The threshold in the middle, as far as can be from both scores. */
  Similarity threshold() {
    double middle = below + width() / 2;
    return new Similarity(middle > below ? middle : above);
  }

  double width() {
    return above - below;
  }
}
