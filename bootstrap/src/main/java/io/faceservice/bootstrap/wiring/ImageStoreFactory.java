package io.faceservice.bootstrap.wiring;

import io.faceservice.application.port.FaceEncoder;
import io.faceservice.application.port.ImageStore;
import io.faceservice.bootstrap.config.ImagesConfig;
import io.faceservice.bootstrap.config.ImagesConfig.EmbeddedConfig;
import io.faceservice.bootstrap.config.ImagesConfig.MongoConfig;
import io.faceservice.bootstrap.config.ImagesConfig.OldPeopleConfig;
import io.faceservice.domain.biometric.ModelId;
import io.faceservice.imagestore.mongodb.MongoImageStore;
import io.faceservice.imagestore.mongodb.MongoServer;
import io.faceservice.imagestore.mongodb.OldPeople;
import io.faceservice.imagestore.sqlite.SqliteImageStore;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Which store is the system of record. */
@Factory
final class ImageStoreFactory {
  private static final Logger LOG = LoggerFactory.getLogger(ImageStoreFactory.class);

  private final Guarding guarding;

  ImageStoreFactory(Guarding guarding) {
    this.guarding = guarding;
  }

  @Singleton
  @Bean(preDestroy = "close")
  ImageStore imageStore(
      ImagesConfig config,
      EmbeddedConfig embedded,
      MongoConfig mongodb,
      OldPeopleConfig old,
      FaceEncoder encoder) {
    LOG.info("Images: {}", config.adapter());
    return switch (config.adapter()) {
      case EMBEDDED ->
          new SqliteImageStore(Path.of(embedded.path()), embedded.patience(), encoder.model());
      case MONGODB ->
          guarding.remote(
              new MongoImageStore(
                  server(mongodb), mongodb.database(), people(old), encoder.model()));
    };
  }

  private static MongoServer server(MongoConfig config) {
    return new MongoServer(
        config.uri(),
        new MongoServer.Login(config.username(), config.password()),
        config.certificates(),
        config.timeout());
  }

  private static OldPeople people(OldPeopleConfig config) {
    return new OldPeople(config.databases(), config.collection(), new ModelId(config.model()));
  }
}
