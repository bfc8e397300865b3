package io.faceservice.bootstrap.config;

import io.micronaut.context.annotation.ConfigurationProperties;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import java.util.List;

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
    EMBEDDED,
    MONGODB
  }

  /**
   * {@code face.images.embedded}.
   *
   * @param path the folder of its files
   * @param patience how long a call waits for another process that writes
   */
  @ConfigurationProperties("embedded")
  public record EmbeddedConfig(@NotBlank String path, @NotNull Duration patience) {}

  /**
   * {@code face.images.mongodb}.
   *
   * @param uri a MongoDB connection string
   * @param username who logs in; blank if the connection string says so, or nobody has to
   * @param certificates path of a PEM file of certificate authorities; blank for the JDK's
   * @param timeout the longest that a call waits for MongoDB
   */
  @ConfigurationProperties("mongodb")
  public record MongoConfig(
      @NotBlank String uri,
      @NotNull String username,
      @NotNull String password,
      @NotBlank String database,
      @NotNull String certificates,
      @NotNull Duration timeout) {

    /** Names neither the password nor the connection string, which may hold one. */
    @Override
    public String toString() {
      return "MongoConfig[" + database + "]";
    }
  }

  /**
   * {@code face.images.mongodb.legacy}: the people of the service's first generation.
   *
   * @param databases where they may be; may be empty
   * @param model which model pack counts as the maker of their embeddings
   */
  @ConfigurationProperties("mongodb.legacy")
  public record OldPeopleConfig(
      @NotNull List<String> databases, @NotBlank String collection, @NotBlank String model) {}
}
