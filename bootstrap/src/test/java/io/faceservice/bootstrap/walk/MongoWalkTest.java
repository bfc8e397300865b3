package io.faceservice.bootstrap.walk;

import io.faceservice.bootstrap.servers.FerretDbServer;
import io.faceservice.bootstrap.servers.RealServer;
import java.nio.file.Path;

final class MongoWalkTest extends ExampleWalk {
  MongoWalkTest() {
    super("mongodb.yml", "images");
  }

  @Override
  RealServer start(Path folder) {
    return new FerretDbServer(folder.resolve("data"));
  }
}
