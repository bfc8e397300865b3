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
    float[] sought = probe.toArray();
    float[] vector = new float[probe.dimension()];
    while (shortlist.size() > 0 && best.admits(shortlist.bestBound())) {
      int position = shortlist.takeBest();
      if (!vectors.read(faces.record(position), faces.checksum(position), vector)) {
        throw GalleryFailures.damaged();
      }
      double cosine = cosine(sought, vector);
      if (best.admits(cosine)) {
        best.offer(candidate(roster.label(position), cosine));
      }
    }
    return best.ranked();
  }

  /** In four sums that do not wait for each other; checksums say that these are unit vectors. */
  private static double cosine(float[] one, float[] other) {
    double first = 0;
    double second = 0;
    double third = 0;
    double fourth = 0;
    int i = 0;
    for (; i <= one.length - 4; i += 4) {
      first += (double) one[i] * other[i];
      second += (double) one[i + 1] * other[i + 1];
      third += (double) one[i + 2] * other[i + 2];
      fourth += (double) one[i + 3] * other[i + 3];
    }
    for (; i < one.length; i++) {
      first += (double) one[i] * other[i];
    }
    return Math.clamp((first + second) + (third + fourth), -1, 1);
  }

  private Candidate candidate(byte[] label, double cosine) {
    return new Candidate(
        Label.key(source, label), Label.createdAt(label), Similarity.ofCosine(cosine));
  }
}
