package io.faceservice.bootstrap.servers;

import java.util.Map;

/** A server on a free port of this machine, with data of its own; it ends with the test. */
public interface RealServer extends AutoCloseable {
  /** What the service's environment says, so that it finds this server. */
  Map<String, String> variables();

  /** Ends it from one moment to the next: SIGKILL. */
  void kill();

  @Override
  void close();
}
