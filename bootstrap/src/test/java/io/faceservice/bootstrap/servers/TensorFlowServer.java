package io.faceservice.bootstrap.servers;

import io.faceservice.inference.tfserving.StandIn;
import java.util.Map;

/**
 * What stands in for TensorFlow Serving, with the default pack as {@code deploy/export-models}
 * exports it.
 */
public final class TensorFlowServer implements RealServer {
  private final StandIn server = StandIn.ofDefaultPack();

  @Override
  public Map<String, String> variables() {
    return Map.of("FACE_INFERENCE_TFSERVING_TARGET", server.target());
  }

  @Override
  public void kill() {
    server.close();
  }

  @Override
  public void close() {
    kill();
  }
}
