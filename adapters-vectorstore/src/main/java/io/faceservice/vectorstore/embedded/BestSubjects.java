package io.faceservice.vectorstore.embedded;

import io.faceservice.domain.biometric.SubjectId;
import io.faceservice.domain.compare.Similarity;
import io.faceservice.domain.search.Candidate;
import io.faceservice.domain.search.CandidateList;
import java.util.HashMap;
import java.util.Map;
import java.util.PriorityQueue;

/** The best subjects of one source seen so far, each with its best face. */
final class BestSubjects {
  private final int limit;
  private final Map<SubjectId, Candidate> bySubject = new HashMap<>();
  private final PriorityQueue<Candidate> worstFirst =
      new PriorityQueue<>(CandidateList.BEST_FIRST.reversed());

  BestSubjects(int limit) {
    this.limit = limit;
  }

  /** Whether a face of at most this cosine could still change the list. */
  boolean admits(double cosine) {
    return worstFirst.size() < limit
        || Similarity.ofCosine(cosine).atLeast(worstFirst.element().similarity());
  }

  void offer(Candidate face) {
    Candidate known = bySubject.get(face.subject());
    if (known != null && CandidateList.BEST_FIRST.compare(known, face) <= 0) {
      return;
    }
    if (known != null) {
      worstFirst.remove(known);
    }
    bySubject.put(face.subject(), face);
    worstFirst.add(face);
    if (worstFirst.size() > limit) {
      bySubject.remove(worstFirst.remove().subject());
    }
  }

  CandidateList ranked() {
    return CandidateList.ranked(worstFirst, limit);
  }
}
