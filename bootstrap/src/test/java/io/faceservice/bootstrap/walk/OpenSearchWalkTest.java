package io.faceservice.bootstrap.walk;

import io.faceservice.bootstrap.servers.OpenSearchServer;
import io.faceservice.bootstrap.servers.RealServer;
import java.nio.file.Path;

final class OpenSearchWalkTest extends ExampleWalk {
  OpenSearchWalkTest() {
    super("opensearch.yml", "gallery");
  }

  @Override
  RealServer start(Path folder) {
    return new OpenSearchServer();
  }
}
