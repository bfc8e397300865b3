package io.faceservice.vectorstore.embedded;

import io.faceservice.domain.biometric.Embedding;
import io.faceservice.domain.biometric.Source;
import io.faceservice.domain.compare.Similarity;
import io.faceservice.domain.search.Candidate;
import io.faceservice.domain.search.CandidateList;

/** The last stage of a search: scores from the embeddings themselves. The partition locks. */
record Rescore(Source source, Roster roster, Faces faces, VectorFile vectors) {

  /**
   * Scores the faces of a shortlist, best bound first, until no bound reaches what was found: the
   * answer is that of scoring all of them.
   */
  CandidateList best(Shortlist shortlist, Embedding probe, int limit) {
    var best = new BestSubjects(limit);
    float[] vector = new float[probe.dimension()];
    while (shortlist.size() > 0 && best.admits(shortlist.bestBound())) {
      int position = shortlist.takeBest();
      if (!vectors.read(faces.record(position), faces.checksum(position), vector)) {
        throw GalleryFailures.damaged();
      }
      double cosine = probe.cosine(vector);
      if (best.admits(cosine)) {
        best.offer(candidate(roster.label(position), cosine));
      }
    }
    return best.ranked();
  }

  private Candidate candidate(byte[] label, double cosine) {
    return new Candidate(
        Label.key(source, label), Label.createdAt(label), Similarity.ofCosine(cosine));
  }
}
