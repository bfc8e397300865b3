package io.faceservice.domain.evaluation;

import io.faceservice.domain.compare.Similarity;
import java.util.Arrays;
import java.util.stream.DoubleStream;

/** Similarities of one kind of trial, in ascending order; at least one. Immutable. */
final class Scores {
  private final double[] ascending;

  Scores(DoubleStream similarities) {
    ascending = similarities.sorted().toArray();
    if (ascending.length == 0) {
      throw new IllegalArgumentException("error rates take genuine and impostor trials");
    }
  }

  int count() {
    return ascending.length;
  }

  /** How many are equal to the threshold or above it. */
  int atLeast(double threshold) {
    int low = 0;
    int high = ascending.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (ascending[middle] < threshold) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return ascending.length - low;
  }

  ScoreSummary summary() {
    int n = ascending.length;
    double median = (ascending[(n - 1) / 2] + ascending[n / 2]) / 2;
    return new ScoreSummary(
        n, new Similarity(ascending[0]), new Similarity(median), new Similarity(ascending[n - 1]));
  }

  DoubleStream stream() {
    return Arrays.stream(ascending);
  }

  @Override
  public String toString() {
    return "Scores[" + ascending.length + "]";
  }
}
