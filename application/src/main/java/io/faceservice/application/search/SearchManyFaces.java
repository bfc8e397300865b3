package io.faceservice.application.search;

import io.faceservice.application.acquire.Workers;
import io.faceservice.domain.biometric.FaceImage;
import io.faceservice.domain.biometric.InvalidInputException;
import io.faceservice.domain.biometric.Source;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Supplier;

/** Tells whom each of many pictures shows; a bad one spoils no other. */
public final class SearchManyFaces {
  private final SearchFace faces;
  private final Workers workers;

  public SearchManyFaces(SearchFace faces, Workers workers) {
    this.faces = faces;
    this.workers = workers;
  }

  /**
   * One of the questions.
   *
   * @param image made when its turn comes, so that few pictures are in memory at a time; it may
   *     throw {@link InvalidInputException}
   */
  public record Query(Source source, Supplier<FaceImage> image) {}

  /**
   * Searches for all, several at a time.
   *
   * @return one outcome a query, in their order
   * @throws io.faceservice.application.port.BackendException if inference or the gallery fails
   */
  public List<SearchOutcome> search(List<Query> queries) {
    return workers.all(
        queries.stream().map(query -> (Callable<SearchOutcome>) () -> search(query)).toList());
  }

  private SearchOutcome search(Query query) {
    try {
      return faces.look(query.source(), query.image().get());
    } catch (InvalidInputException e) {
      return new SearchOutcome.Unreadable();
    }
  }
}
