package io.faceservice.bootstrap.servers;

import io.faceservice.imagestore.mongodb.FerretServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;

/** FerretDB, which speaks MongoDB's protocol. */
public final class FerretDbServer implements StoreServer {
  private final FerretServer server;

  /**
   * Starts it and waits until it answers.
   *
   * @param folder where it keeps its data; need not be there
   */
  public FerretDbServer(Path folder) {
    try {
      server = FerretServer.start(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public Map<String, String> variables() {
    return Map.of("FACE_IMAGES_MONGODB_URI", server.uri());
  }

  @Override
  public void kill() {
    tell(server::kill);
  }

  @Override
  public void restart() {
    tell(server::restart);
    server.await();
  }

  @Override
  public void pause() {
    tell(server::pause);
  }

  @Override
  public void resume() {
    tell(server::resume);
  }

  @Override
  public void close() {
    server.close();
  }

  private interface Order {
    void give() throws Exception;
  }

  private static void tell(Order order) {
    try {
      order.give();
    } catch (Exception e) {
      throw new IllegalStateException("FerretDB does not obey", e);
    }
  }
}
