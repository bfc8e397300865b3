package io.faceservice.application.search;

import io.faceservice.application.acquire.Capture;
import io.faceservice.application.acquire.Finding;
import io.faceservice.application.acquire.FoundFace;
import io.faceservice.domain.biometric.FaceTemplate;
import io.faceservice.domain.search.CandidateList;
import io.faceservice.domain.search.IdentificationPolicy;
import java.util.Optional;

/** What a picture showed of somebody who is to be searched for; without its pixels. */
sealed interface Look {

  /** Nobody. */
  record NoFace() implements Look {}

  /** Somebody. */
  record Probe(FaceTemplate template, Capture capture) implements Look {

    SearchOutcome identified(IdentificationPolicy policy, CandidateList candidates) {
      return new SearchOutcome.Searched(policy.identify(candidates), template.model(), capture);
    }
  }

  static Finding<Look> of(Optional<FoundFace> found) {
    return Finding.of(
            found,
            face -> {
              Capture capture = Capture.of(face);
              return template -> new Probe(template, capture);
            })
        .map(probe -> probe.<Look>map(Look.class::cast).orElseGet(NoFace::new));
  }
}
