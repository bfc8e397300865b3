package io.faceservice.imagestore.mongodb;

import io.faceservice.application.port.ImageStore;
import io.faceservice.application.testkit.ImageStoreContract;
import io.faceservice.domain.biometric.ModelId;
import org.bson.types.ObjectId;
import org.junit.jupiter.api.Tag;
import org.testcontainers.containers.MongoDBContainer;
import org.testcontainers.junit.jupiter.Container;
import org.testcontainers.junit.jupiter.Testcontainers;

/** On MongoDB itself, as a replica set of one. */
@Tag("docker")
@Testcontainers(disabledWithoutDocker = true)
final class MongoContainerTest extends ImageStoreContract {
  @Container private static final MongoDBContainer SERVER = new MongoDBContainer("mongo:7.0.14");

  private final String database = new ObjectId().toHexString();

  @Override
  protected ImageStore newStore(ModelId model) {
    return Stores.of(SERVER.getConnectionString(), database, model);
  }
}
