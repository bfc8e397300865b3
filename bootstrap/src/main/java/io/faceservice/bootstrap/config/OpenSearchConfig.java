package io.faceservice.bootstrap.config;

import io.micronaut.context.annotation.ConfigurationProperties;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.Duration;

/**
 * {@code face.gallery.opensearch}: the cluster.
 *
 * @param url of its nodes, separated by commas
 * @param index the name from which indices and aliases are named
 * @param username for basic authentication; empty for none
 * @param authority a PEM file of trusted certificates; empty for those of the JDK
 */
@ConfigurationProperties("face.gallery.opensearch")
public record OpenSearchConfig(
    @NotBlank String url,
    @NotNull @Pattern(regexp = "[a-z0-9][a-z0-9_-]{0,99}") String index,
    @NotNull String username,
    @NotNull String password,
    @NotNull String authority) {

  /** Says everything but the password. */
  @Override
  public String toString() {
    return "OpenSearchConfig[%s, %s, %s, %s]".formatted(url, index, username, authority);
  }

  /**
   * {@code face.gallery.opensearch.timeout}: how long a call may take.
   *
   * @param connect to reach a node
   * @param call one search, enrolment or removal in all
   * @param upkeep making an index, or a batch of a bulk load
   */
  @ConfigurationProperties("timeout")
  public record TimeoutConfig(
      @NotNull Duration connect, @NotNull Duration call, @NotNull Duration upkeep) {}

  /**
   * {@code face.gallery.opensearch.layout}: how a new index is made.
   *
   * @param links of each face in the graph
   * @param buildBreadth faces looked at to place a new one
   */
  @ConfigurationProperties("layout")
  public record LayoutConfig(
      @Min(1) @Max(1024) int shards,
      @Min(0) @Max(20) int replicas,
      @Min(2) @Max(100) int links,
      @Min(10) @Max(2000) int buildBreadth) {}

  /**
   * {@code face.gallery.opensearch.search}: how hard a search tries.
   *
   * @param candidates faces that the graph is asked for, per shard
   * @param exactUpTo faces in a source up to which all are compared
   */
  @ConfigurationProperties("search")
  public record SearchConfig(
      @Min(10) @Max(10_000) int candidates, @Min(0) @Max(10_000_000) int exactUpTo) {}
}
