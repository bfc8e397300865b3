package io.faceservice.bootstrap.servers;

import io.faceservice.vectorstore.milvus.LiteMilvus;
import java.util.Map;

/** Milvus Lite. */
public final class MilvusLiteServer implements StoreServer {
  private final LiteMilvus server = new LiteMilvus();

  /** Starts it and waits until it answers. */
  public MilvusLiteServer() {
    server.start();
  }

  @Override
  public Map<String, String> variables() {
    return Map.of("FACE_GALLERY_MILVUS_URI", server.uri().toString());
  }

  @Override
  public void kill() {
    server.kill();
  }

  @Override
  public void restart() {
    server.start();
  }

  @Override
  public void pause() {
    server.pause();
  }

  @Override
  public void resume() {
    server.resume();
  }

  @Override
  public void close() {
    server.close();
  }
}
