package io.faceservice.bootstrap.config;

import io.micronaut.context.annotation.ConfigurationProperties;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;

/**
 * {@code face.images}: the system of record.
 *
 * @param adapter the store
 * @param leaveOutOtherPacks whether the service may serve while faces of the record have no
 *     template of its model pack
 */
@ConfigurationProperties("face.images")
public record ImagesConfig(@NotNull Adapter adapter, @NotNull Boolean leaveOutOtherPacks) {

  /** The stores there are. */
  public enum Adapter {
    EMBEDDED
  }

  /**
   * {@code face.images.embedded}.
   *
   * @param path the folder of its files
   * @param patience how long a call waits for another process that writes
   */
  @ConfigurationProperties("embedded")
  public record EmbeddedConfig(@NotBlank String path, @NotNull Duration patience) {}
}
