package io.faceservice.application.search;

import io.faceservice.application.acquire.FaceAcquisition;
import io.faceservice.application.acquire.Finding;
import io.faceservice.application.acquire.Workers;
import io.faceservice.application.port.Gallery;
import io.faceservice.domain.biometric.FaceImage;
import io.faceservice.domain.biometric.Source;
import io.faceservice.domain.search.IdentificationPolicy;
import java.util.List;
import java.util.concurrent.Callable;

/** Tells whom of a source a picture shows. */
public final class SearchFace {
  private final FaceAcquisition acquisition;
  private final Workers workers;
  private final Gallery gallery;
  private final IdentificationPolicy policy;

  public SearchFace(
      FaceAcquisition acquisition, Workers workers, Gallery gallery, IdentificationPolicy policy) {
    this.acquisition = acquisition;
    this.workers = workers;
    this.gallery = gallery;
    this.policy = policy;
  }

  /**
   * Searches one source.
   *
   * @throws io.faceservice.domain.biometric.InvalidInputException if it is no picture
   * @throws io.faceservice.application.port.BackendException if inference or the gallery fails
   */
  public SearchOutcome search(Source source, FaceImage image) {
    return switch (look(image)) {
      case Look.NoFace none -> new SearchOutcome.NotAcquired();
      // Not among the workers: whoever waits for a gallery does not compute.
      case Look.Probe probe ->
          probe.identified(policy, gallery.search(source, probe.template(), policy.limit()));
    };
  }

  private Look look(FaceImage image) {
    Callable<Finding<Look>> look = () -> Look.of(acquisition.find(image));
    return acquisition.all(workers, List.of(look)).getFirst();
  }
}
