package io.faceservice.domain.search;

import io.faceservice.domain.compare.Similarity;

/**
 * Which candidates count as identified.
 *
 * @param threshold a candidate must lie strictly above it
 * @param limit the most candidates to name, at least 1
 */
public record IdentificationPolicy(Similarity threshold, int limit) {

  /** The most candidates an answer names unless configured otherwise. */
  public static final int DEFAULT_LIMIT = 10;

  public IdentificationPolicy {
    if (limit < 1) {
      throw new IllegalArgumentException("an identification names one or more, not " + limit);
    }
  }

  /** Keeps those above the threshold; none is an answer like any other. */
  public Identification identify(CandidateList list) {
    return new Identification(
        list.candidates().stream()
            .filter(candidate -> candidate.similarity().compareTo(threshold) > 0)
            .limit(limit)
            .toList(),
        threshold);
  }
}
