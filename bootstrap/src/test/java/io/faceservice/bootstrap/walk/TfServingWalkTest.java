package io.faceservice.bootstrap.walk;

import io.faceservice.bootstrap.servers.RealServer;
import io.faceservice.bootstrap.servers.TensorFlowServer;
import java.nio.file.Path;

final class TfServingWalkTest extends ExampleWalk {
  TfServingWalkTest() {
    super("tfserving.yml", "inference");
  }

  @Override
  RealServer start(Path folder) {
    return new TensorFlowServer();
  }
}
