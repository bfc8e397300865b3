package io.faceservice.vectorstore.opensearch;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * How a gallery on OpenSearch is reached, laid out and searched.
 *
 * @param index the name from which those of the indices and aliases are made; an index of the
 *     service's first generation has exactly this name
 */
public record OpenSearchSettings(
    Server server, String index, Shape shape, Effort effort, Patience patience) {

  /**
   * Where the cluster is.
   *
   * @param urls of its nodes, {@code http} or {@code https}, at least one
   * @param authority a PEM file of the certificates trusted instead of the JDK's
   */
  public record Server(List<URI> urls, Optional<Login> login, Optional<Path> authority) {
    public Server {
      urls = List.copyOf(urls);
      if (urls.isEmpty()) {
        throw new IllegalArgumentException("an OpenSearch cluster has at least one URL");
      }
    }
  }

  /** Who we are, for HTTP basic authentication. */
  public record Login(String user, String password) {
    @Override
    public String toString() {
      return "Login[" + user + "]";
    }
  }

  /**
   * How an index is made; what is there already is left as it is.
   *
   * @param links of each face in the graph, {@code m}
   * @param buildBreadth faces looked at to place a new one, {@code ef_construction}
   */
  public record Shape(int shards, int replicas, int links, int buildBreadth) {}

  /**
   * How hard a search tries.
   *
   * @param candidates faces that the graph is asked for, per shard, at least
   * @param exactUpTo faces in a source up to which every one is compared instead
   */
  public record Effort(int candidates, int exactUpTo) {}

  /**
   * How long a call may take.
   *
   * @param connect to reach a node
   * @param call one search, enrolment or removal, connecting included
   * @param upkeep making an index, or one batch of a bulk load
   */
  public record Patience(Duration connect, Duration call, Duration upkeep) {}
}
