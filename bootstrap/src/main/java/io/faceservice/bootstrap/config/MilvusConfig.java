package io.faceservice.bootstrap.config;

import io.micronaut.context.annotation.ConfigurationProperties;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;

/**
 * {@code face.gallery.milvus}.
 *
 * @param uri where the server is
 * @param token {@code user:password} or an API key; empty for none
 * @param authorities PEM file of the authorities that sign the server's certificate; empty for
 *     those that Java trusts
 * @param collection the alias in front of the gallery's collections
 */
@ConfigurationProperties("face.gallery.milvus")
public record MilvusConfig(
    @NotBlank String uri,
    @NotNull String token,
    @NotNull String authorities,
    @NotBlank String collection) {

  @Override
  public String toString() {
    return "MilvusConfig[" + collection + "]";
  }

  /**
   * {@code face.gallery.milvus.timeouts}.
   *
   * @param connect how long a connection may take
   * @param call how long the answer to one call may take
   * @param load how long a collection may take to be ready for searches
   */
  @ConfigurationProperties("timeouts")
  public record Timeouts(
      @NotNull Duration connect, @NotNull Duration call, @NotNull Duration load) {}

  /**
   * {@code face.gallery.milvus.layout}, of collections that are made from then on.
   *
   * @param shards how many nodes share the writes
   * @param replicas how many nodes can answer the same search
   * @param partitions over which the sources are spread
   * @param links of a face to its neighbours: HNSW's M
   * @param effort spent on finding them: HNSW's efConstruction
   */
  @ConfigurationProperties("layout")
  public record Layout(
      @Min(1) @Max(16) int shards,
      @Min(1) @Max(64) int replicas,
      @Min(1) @Max(1024) int partitions,
      @Min(4) @Max(64) int links,
      @Min(8) @Max(512) int effort) {}

  /**
   * {@code face.gallery.milvus.search}.
   *
   * @param candidates faces taken from the index, at least
   * @param effort of a walk through the graph: HNSW's ef
   * @param exhaustive faces of a source that is compared in full
   */
  @ConfigurationProperties("search")
  public record Search(
      @Min(1) @Max(16_384) int candidates,
      @Min(1) @Max(32_768) int effort,
      @Min(0) @Max(16_000) int exhaustive) {}
}
