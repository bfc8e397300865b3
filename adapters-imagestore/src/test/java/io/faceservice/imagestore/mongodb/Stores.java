package io.faceservice.imagestore.mongodb;

import io.faceservice.domain.biometric.ModelId;
import io.faceservice.imagestore.mongodb.MongoServer.Login;
import java.time.Duration;
import java.util.List;

/** Image stores for tests. */
final class Stores {
  /** The model pack that counts as the maker of old embeddings. */
  static final ModelId OLD_MODEL = new ModelId("legacy-arcface");

  private Stores() {}

  static MongoServer server(String uri, Duration timeout) {
    return new MongoServer(uri, Login.BY_URI, "", timeout);
  }

  /** A store that keeps its collections, and finds the old ones, in one database. */
  static MongoImageStore of(String uri, String database, ModelId model) {
    return of(server(uri, Duration.ofSeconds(30)), database, model);
  }

  static MongoImageStore of(MongoServer server, String database, ModelId model) {
    return new MongoImageStore(
        server, database, new OldPeople(List.of(database), "people", OLD_MODEL), model);
  }
}
