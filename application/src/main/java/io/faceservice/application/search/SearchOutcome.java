package io.faceservice.application.search;

import io.faceservice.application.acquire.Capture;
import io.faceservice.domain.biometric.ModelId;
import io.faceservice.domain.search.Identification;

/** What became of a search. */
public sealed interface SearchOutcome {

  /**
   * The gallery was searched; nobody may be identified.
   *
   * @param model the model pack that made the probe
   */
  record Searched(Identification identification, ModelId model, Capture capture)
      implements SearchOutcome {}

  /** There is no face in the picture. */
  record NotAcquired() implements SearchOutcome {}

  /** There is no picture; only among many. */
  record Unreadable() implements SearchOutcome {}
}
