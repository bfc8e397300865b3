package io.faceservice.inference.tfserving;

import java.time.Duration;

/**
 * How TensorFlow Serving is reached.
 *
 * @param target a gRPC target, for instance {@code dns:///models:8500}, or several addresses {@code
 *     host:port} with commas between them; calls go to all addresses in turn
 * @param deadline of one call, retries included
 * @param keepAlive how often a connection on which a call waits is asked whether it lives
 * @param maxMessageBytes the largest answer
 * @param tls whether the connection is encrypted
 * @param trusted a PEM file of the authorities whose certificates count; empty for the machine's
 */
public record ServingOptions(
    String target,
    Duration deadline,
    Duration keepAlive,
    int maxMessageBytes,
    boolean tls,
    String trusted) {
  public ServingOptions {
    if (target.isBlank()) {
      throw new IllegalArgumentException("target is blank");
    }
    if (!deadline.isPositive() || !keepAlive.isPositive()) {
      throw new IllegalArgumentException("deadline and keep-alive are above 0");
    }
    if (maxMessageBytes < 1) {
      throw new IllegalArgumentException("max-message-bytes is above 0");
    }
  }
}
