package io.faceservice.application.search;

import io.faceservice.application.acquire.Acquisition;
import io.faceservice.application.acquire.Acquisition.Acquired;
import io.faceservice.application.acquire.Acquisition.NotAcquired;
import io.faceservice.application.acquire.Capture;
import io.faceservice.application.acquire.FaceAcquisition;
import io.faceservice.application.acquire.Workers;
import io.faceservice.application.port.Gallery;
import io.faceservice.domain.biometric.FaceImage;
import io.faceservice.domain.biometric.Source;
import io.faceservice.domain.search.IdentificationPolicy;

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
    return workers.one(() -> look(source, image));
  }

  /** The same on the caller's own thread. */
  SearchOutcome look(Source source, FaceImage image) {
    Acquisition acquisition = this.acquisition.acquire(image);
    return switch (acquisition) {
      case NotAcquired none -> new SearchOutcome.NotAcquired();
      case Acquired face ->
          new SearchOutcome.Searched(
              policy.identify(gallery.search(source, face.template(), policy.limit())),
              face.template().model(),
              Capture.of(face));
    };
  }
}
