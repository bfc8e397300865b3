package io.faceservice.application.search;

import io.faceservice.application.acquire.Acquisition;
import io.faceservice.application.acquire.Capture;
import io.faceservice.domain.biometric.FaceTemplate;
import io.faceservice.domain.search.CandidateList;
import io.faceservice.domain.search.IdentificationPolicy;

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

  static Look of(Acquisition acquisition) {
    return switch (acquisition) {
      case Acquisition.NotAcquired none -> new NoFace();
      case Acquisition.Acquired face -> new Probe(face.template(), Capture.of(face));
    };
  }
}
