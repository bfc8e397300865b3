package io.faceservice.imagestore.mongodb;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

final class OldPeopleTest extends OldPeopleContract {
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
  String uri() {
    return server.uri();
  }
}
