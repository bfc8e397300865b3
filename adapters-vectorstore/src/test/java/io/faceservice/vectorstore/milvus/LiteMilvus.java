package io.faceservice.vectorstore.milvus;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Path;

/** Milvus Lite: the same protocol, on a small engine of its own, in Python. */
public final class LiteMilvus extends MilvusProcess {
  private final Path home = home("FACE_TEST_MILVUS_LITE");
  private final int port = freePorts(1).getFirst();

  @Override
  int port() {
    return port;
  }

  @Override
  ProcessBuilder command() {
    return new ProcessBuilder(
        home.resolve("bin/python").toString(),
        "-m",
        "milvus_lite",
        "server",
        "--data-dir",
        directory().resolve("data").toString(),
        "--host",
        "127.0.0.1",
        "--port",
        Integer.toString(port));
  }

  @Override
  boolean isReady() {
    try (var socket = new Socket()) {
      socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1000);
      return true;
    } catch (IOException e) {
      return false;
    }
  }
}
