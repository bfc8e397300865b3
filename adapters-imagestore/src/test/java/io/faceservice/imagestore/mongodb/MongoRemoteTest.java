package io.faceservice.imagestore.mongodb;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

final class MongoRemoteTest extends MongoNetworkContract {
  private static InProcessServer server;

  @BeforeAll
  static void start() {
    server = new InProcessServer();
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
