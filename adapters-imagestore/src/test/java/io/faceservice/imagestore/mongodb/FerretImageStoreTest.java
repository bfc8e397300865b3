package io.faceservice.imagestore.mongodb;

import io.faceservice.application.port.ImageStore;
import io.faceservice.application.testkit.ImageStoreContract;
import io.faceservice.domain.biometric.ModelId;
import java.io.IOException;
import java.nio.file.Path;
import org.bson.types.ObjectId;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;

@Tag("backends")
final class FerretImageStoreTest extends ImageStoreContract {
  @TempDir private static Path directory;
  private static FerretServer server;
  private final String database = new ObjectId().toHexString();

  @BeforeAll
  static void start() throws IOException {
    server = FerretServer.start(directory.resolve("data"));
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
