package io.faceservice.bootstrap.walk;

import io.faceservice.bootstrap.servers.MilvusLiteServer;
import io.faceservice.bootstrap.servers.RealServer;
import java.nio.file.Path;

final class MilvusWalkTest extends ExampleWalk {
  MilvusWalkTest() {
    super("milvus.yml", "gallery");
  }

  @Override
  RealServer start(Path folder) {
    return new MilvusLiteServer();
  }
}
