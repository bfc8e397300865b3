package io.faceservice.application.search;

import io.faceservice.application.acquire.FaceAcquisition;
import io.faceservice.application.acquire.Finding;
import io.faceservice.application.acquire.Workers;
import io.faceservice.application.port.Gallery;
import io.faceservice.application.port.GalleryProbe;
import io.faceservice.domain.biometric.FaceImage;
import io.faceservice.domain.biometric.InvalidInputException;
import io.faceservice.domain.biometric.Source;
import io.faceservice.domain.search.CandidateList;
import io.faceservice.domain.search.IdentificationPolicy;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;

/** Tells whom each of many pictures shows; a bad one spoils no other. */
public final class SearchManyFaces {
  private final FaceAcquisition acquisition;
  private final Workers workers;
  private final Gallery gallery;
  private final IdentificationPolicy policy;

  public SearchManyFaces(
      FaceAcquisition acquisition, Workers workers, Gallery gallery, IdentificationPolicy policy) {
    this.acquisition = acquisition;
    this.workers = workers;
    this.gallery = gallery;
    this.policy = policy;
  }

  /**
   * One of the questions.
   *
   * @param image made when its turn comes, so that few pictures are in memory at a time; it may
   *     throw {@link InvalidInputException}
   */
  public record Query(Source source, Supplier<FaceImage> image) {}

  /**
   * Looks at all pictures, several at a time, and then searches for all faces at once.
   *
   * @return one outcome a query, in their order
   * @throws io.faceservice.application.port.BackendException if inference or the gallery fails
   */
  public List<SearchOutcome> search(List<Query> queries) {
    List<Optional<Look>> looks =
        acquisition.all(
            workers,
            queries.stream()
                .map(query -> (Callable<Finding<Optional<Look>>>) () -> look(query.image()))
                .toList());
    List<GalleryProbe> probes = new ArrayList<>();
    for (int i = 0; i < queries.size(); i++) {
      if (looks.get(i).orElse(null) instanceof Look.Probe probe) {
        probes.add(new GalleryProbe(queries.get(i).source(), probe.template()));
      }
    }
    var found = gallery.searchAll(probes, policy.limit()).iterator();
    return looks.stream().map(look -> outcome(look, found)).toList();
  }

  /** Empty if it is no picture. */
  private Finding<Optional<Look>> look(Supplier<FaceImage> image) {
    try {
      return Look.of(acquisition.find(image.get())).map(Optional::of);
    } catch (InvalidInputException e) {
      return new Finding.Whole<>(Optional.empty());
    }
  }

  private SearchOutcome outcome(Optional<Look> look, Iterator<CandidateList> found) {
    return switch (look.orElse(null)) {
      case null -> new SearchOutcome.Unreadable();
      case Look.NoFace none -> new SearchOutcome.NotAcquired();
      case Look.Probe probe -> probe.identified(policy, found.next());
    };
  }
}
