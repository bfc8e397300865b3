package io.faceservice.bootstrap.wiring;

import io.faceservice.application.port.FaceEncoder;
import io.faceservice.application.port.ImageStore;
import io.faceservice.bootstrap.config.ImagesConfig;
import io.faceservice.bootstrap.config.ImagesConfig.EmbeddedConfig;
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

  @Singleton
  @Bean(preDestroy = "close")
  ImageStore imageStore(ImagesConfig config, EmbeddedConfig embedded, FaceEncoder encoder) {
    LOG.info("Images: {}", config.adapter());
    return switch (config.adapter()) {
      case EMBEDDED ->
          new SqliteImageStore(Path.of(embedded.path()), embedded.patience(), encoder.model());
    };
  }
}
