package io.faceservice.domain.search;

import io.faceservice.domain.compare.Similarity;
import java.util.List;

/**
 * What a 1:N search decided.
 *
 * @param identified the candidates above the threshold, best first; may be empty
 * @param threshold the similarity they lie above
 */
public record Identification(List<Candidate> identified, Similarity threshold) {
  public Identification {
    identified = List.copyOf(identified);
  }
}
