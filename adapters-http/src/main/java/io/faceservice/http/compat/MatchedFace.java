package io.faceservice.http.compat;

import io.faceservice.domain.search.Candidate;
import io.faceservice.domain.search.Identification;
import java.util.List;

/** How the searches name a candidate. */
record MatchedFace(String peopleId, String createdAt, String source, double score) {

  static List<MatchedFace> of(Identification identification) {
    return identification.identified().stream().map(MatchedFace::of).toList();
  }

  private static MatchedFace of(Candidate candidate) {
    return new MatchedFace(
        candidate.subject().value(),
        candidate.createdAt().value(),
        candidate.source().value(),
        candidate.similarity().value());
  }
}
