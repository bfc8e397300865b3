package io.faceservice.bootstrap.config;

import io.micronaut.context.annotation.ConfigurationProperties;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;

/**
 * {@code face.gallery}: where enrolled faces are searched.
 *
 * @param adapter the engine
 */
@ConfigurationProperties("face.gallery")
public record GalleryConfig(@NotNull Adapter adapter) {

  /** The engines there are. */
  public enum Adapter {
    EMBEDDED,
    OPENSEARCH,
    MILVUS
  }

  /**
   * {@code face.gallery.embedded}.
   *
   * @param path the folder of its files
   */
  @ConfigurationProperties("embedded")
  public record EmbeddedConfig(@NotBlank String path) {}
}
