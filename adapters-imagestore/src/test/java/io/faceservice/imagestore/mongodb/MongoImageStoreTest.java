package io.faceservice.imagestore.mongodb;

import io.faceservice.application.port.ImageStore;
import io.faceservice.application.testkit.ImageStoreContract;
import io.faceservice.domain.biometric.ModelId;
import org.bson.types.ObjectId;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

final class MongoImageStoreTest extends ImageStoreContract {
  private static InProcessServer server;
  private final String database = new ObjectId().toHexString();

  @BeforeAll
  static void start() {
    server = new InProcessServer();
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Override
  protected ImageStore newStore(ModelId model) {
    return Stores.of(server.uri(), database, model);
  }
}
