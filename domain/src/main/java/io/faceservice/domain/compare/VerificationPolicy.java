package io.faceservice.domain.compare;

/**
 * When two faces count as one person's.
 *
 * @param threshold the least similarity of a match
 */
public record VerificationPolicy(Similarity threshold) {

  public ComparisonDecision decide(Similarity similarity) {
    return similarity.atLeast(threshold) ? ComparisonDecision.MATCH : ComparisonDecision.NON_MATCH;
  }
}
