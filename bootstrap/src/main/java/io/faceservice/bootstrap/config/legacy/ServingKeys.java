package io.faceservice.bootstrap.config.legacy;

import java.util.List;
import java.util.Map;

/** Where the first generation's models were served: two old keys are one of ours. */
final class ServingKeys {
  static final String HOST = "service_host";
  static final String PORT = "service_port";
  static final String TIMEOUT = "service_timeout";
  static final String TARGET = "face.inference.tfserving.target";
  static final String DEADLINE = "face.inference.tfserving.deadline";

  private ServingKeys() {}

  /** Says in our words what the old file says of TensorFlow Serving, and how to go on using it. */
  static void translate(Map<?, ?> keys, Map<String, Object> properties, List<String> warnings) {
    Object host = keys.get(HOST);
    Object port = keys.get(PORT);
    if (host == null && port == null) {
      return;
    }
    properties.put(
        TARGET, (host == null ? "localhost" : host) + ":" + (port == null ? 8500 : port));
    warnings.add(
        "service_host: this version runs models itself. To go on with those of your TensorFlow "
            + "Serving, set face.inference.adapter: tfserving and face.inference.pack: "
            + "retinaface-arcface.");
  }

  /** Seconds, as the old file counts them. */
  static void translateTimeout(Map<?, ?> keys, Map<String, Object> properties) {
    if (keys.get(TIMEOUT) instanceof Number seconds) {
      properties.put(DEADLINE, Math.round(1000 * seconds.doubleValue()) + "ms");
    }
  }
}
