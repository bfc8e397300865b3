package io.faceservice.imagestore.mongodb;

import io.faceservice.domain.biometric.ModelId;
import java.util.List;

/**
 * Where the people of the service's first generation are, on the same deployment.
 *
 * @param databases the databases to look into; one that is not there holds nobody
 * @param collection the collection's name
 * @param model which model pack counts as the maker of their embeddings
 */
public record OldPeople(List<String> databases, String collection, ModelId model) {
  public OldPeople {
    databases = List.copyOf(databases);
  }
}
