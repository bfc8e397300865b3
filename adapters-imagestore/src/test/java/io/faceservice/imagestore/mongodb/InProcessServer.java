package io.faceservice.imagestore.mongodb;

import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.ServerVersion;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;

/** A server of the wire protocol in this process, which forgets all when it is closed. */
final class InProcessServer implements AutoCloseable {
  private final MongoServer server;

  InProcessServer() {
    this(new MemoryBackend().version(ServerVersion.MONGO_5_0));
  }

  InProcessServer(de.bwaldvogel.mongo.MongoBackend backend) {
    this.server = new MongoServer(backend);
    server.bind("127.0.0.1", 0);
  }

  String uri() {
    return server.getConnectionString();
  }

  @Override
  public void close() {
    server.shutdownNow();
  }
}
