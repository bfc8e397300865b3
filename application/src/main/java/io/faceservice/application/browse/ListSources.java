package io.faceservice.application.browse;

import io.faceservice.application.port.ImageStore;
import io.faceservice.application.port.enrolment.SourceCount;
import java.util.List;

/** Tells in which sources people are enrolled, and how many. */
public final class ListSources {
  private final ImageStore store;

  public ListSources(ImageStore store) {
    this.store = store;
  }

  /**
   * Returns the sources in which anyone is enrolled, ordered by their names' code points.
   *
   * @throws io.faceservice.application.port.BackendException if the store fails
   */
  public List<SourceCount> list() {
    return store.sources();
  }
}
