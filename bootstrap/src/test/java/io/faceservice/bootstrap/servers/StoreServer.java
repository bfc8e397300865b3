package io.faceservice.bootstrap.servers;

/** A server that keeps faces or images, and can be done harm. */
public interface StoreServer extends RealServer {
  /** Starts it on the port and the data that it had, and returns once it answers. */
  void restart();

  /** Has it stand still, with its connections open: SIGSTOP. */
  void pause();

  /** Has it go on: SIGCONT. */
  void resume();
}
