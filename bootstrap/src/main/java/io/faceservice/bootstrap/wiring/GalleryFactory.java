package io.faceservice.bootstrap.wiring;

import io.faceservice.application.port.FaceEncoder;
import io.faceservice.application.port.Gallery;
import io.faceservice.bootstrap.config.GalleryConfig;
import io.faceservice.bootstrap.config.GalleryConfig.EmbeddedConfig;
import io.faceservice.vectorstore.embedded.ExactGallery;
import io.faceservice.vectorstore.milvus.MilvusGallery;
import io.faceservice.vectorstore.milvus.MilvusSettings;
import io.micronaut.context.BeanProvider;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Which engine searches the enrolled faces. */
@Factory
final class GalleryFactory {
  private static final Logger LOG = LoggerFactory.getLogger(GalleryFactory.class);

  @Singleton
  @Bean(preDestroy = "close")
  Gallery gallery(
      GalleryConfig config,
      EmbeddedConfig embedded,
      BeanProvider<MilvusSettings> milvus,
      FaceEncoder encoder) {
    LOG.info("Gallery: {}", config.adapter());
    return switch (config.adapter()) {
      case EMBEDDED ->
          new ExactGallery(Path.of(embedded.path()), encoder.model(), encoder.dimension());
      case MILVUS -> new MilvusGallery(milvus.get(), encoder.model(), encoder.dimension());
    };
  }
}
