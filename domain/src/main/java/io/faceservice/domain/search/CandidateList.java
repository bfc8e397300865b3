package io.faceservice.domain.search;

import io.faceservice.domain.biometric.SubjectKey;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Whom a probe resembles, best first: each subject once, with the best of its faces. Equal scores
 * rank by the subjects' identifiers, so that the same question has the same answer. Immutable.
 */
public final class CandidateList {
  /** Descending similarity, then ascending identifiers. */
  public static final Comparator<Candidate> BEST_FIRST =
      Comparator.comparing(Candidate::similarity)
          .reversed()
          .thenComparing(candidate -> candidate.subject().value())
          .thenComparing(candidate -> candidate.source().value())
          .thenComparing(candidate -> candidate.key().reference().value());

  private static final CandidateList NOBODY = new CandidateList(List.of());

  private final List<Candidate> candidates;

  private CandidateList(List<Candidate> candidates) {
    this.candidates = candidates;
  }

  /** The list of an empty gallery. */
  public static CandidateList nobody() {
    return NOBODY;
  }

  /**
   * Ranks faces in any order, several of a subject among them.
   *
   * @param limit the most subjects to keep, at least 1
   */
  public static CandidateList ranked(Collection<Candidate> faces, int limit) {
    if (limit < 1) {
      throw new IllegalArgumentException("a candidate list has room for one or more, not " + limit);
    }
    Set<SubjectKey> seen = new HashSet<>();
    return new CandidateList(
        faces.stream()
            .sorted(BEST_FIRST)
            .filter(face -> seen.add(face.key().subjectKey()))
            .limit(limit)
            .toList());
  }

  /** The candidates, best first. */
  public List<Candidate> candidates() {
    return candidates;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof CandidateList that && candidates.equals(that.candidates);
  }

  @Override
  public int hashCode() {
    return candidates.hashCode();
  }

  @Override
  public String toString() {
    return "CandidateList" + candidates;
  }
}
