package io.faceservice.vectorstore.milvus;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * Where Milvus is, and how long to wait for it.
 *
 * @param uri {@code http://host:port}, or {@code https://host:port} for TLS
 * @param token {@code user:password} or an API key, if the server wants one
 * @param authorities PEM file of the authorities that sign the server's certificate; without it,
 *     those that Java trusts
 * @param patience how long to wait for what
 */
public record MilvusServer(
    URI uri, Optional<String> token, Optional<Path> authorities, Patience patience) {
  private static final String TLS = "https";
  private static final int DEFAULT_PORT = 19530;

  public MilvusServer {
    if (!TLS.equals(uri.getScheme()) && !"http".equals(uri.getScheme())) {
      throw new IllegalArgumentException("the address of Milvus begins with http:// or https://");
    }
    if (uri.getHost() == null || uri.getUserInfo() != null) {
      throw new IllegalArgumentException(
          "the address of Milvus names a host, and neither user nor password: those are the token");
    }
  }

  /**
   * How long to wait.
   *
   * @param connect for a connection
   * @param call for the answer to any one call
   * @param load for a collection to be ready for searches
   */
  public record Patience(Duration connect, Duration call, Duration load) {}

  boolean secure() {
    return TLS.equals(uri.getScheme());
  }

  String host() {
    return uri.getHost();
  }

  int port() {
    return uri.getPort() < 0 ? DEFAULT_PORT : uri.getPort();
  }

  /** For messages: no secret is in it. */
  String address() {
    return host() + ":" + port();
  }

  @Override
  public String toString() {
    return "MilvusServer[" + address() + "]";
  }
}
