package io.faceservice.imagestore.mongodb;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;

@Tag("backends")
final class FerretRemoteTest extends MongoNetworkContract {
  @TempDir private static Path directory;
  private static FerretServer server;

  @BeforeAll
  static void start() throws IOException {
    server = FerretServer.start(directory.resolve("data"));
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Override
  protected String uri() {
    return server.uri();
  }
}
