package io.faceservice.bootstrap.wiring;

import io.faceservice.application.port.FaceEncoder;
import io.faceservice.application.port.Gallery;
import io.faceservice.bootstrap.config.GalleryConfig;
import io.faceservice.bootstrap.config.GalleryConfig.EmbeddedConfig;
import io.faceservice.vectorstore.embedded.ExactGallery;
import io.faceservice.vectorstore.milvus.MilvusGallery;
import io.faceservice.vectorstore.milvus.MilvusSettings;
import io.faceservice.vectorstore.opensearch.OpenSearchGallery;
import io.faceservice.vectorstore.opensearch.OpenSearchSettings;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Provider;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Which engine searches the enrolled faces. */
@Factory
final class GalleryFactory {
  private static final Logger LOG = LoggerFactory.getLogger(GalleryFactory.class);

  private final Provider<OpenSearchSettings> opensearch;
  private final Provider<MilvusSettings> milvus;

  GalleryFactory(Provider<OpenSearchSettings> opensearch, Provider<MilvusSettings> milvus) {
    this.opensearch = opensearch;
    this.milvus = milvus;
  }

  @Singleton
  @Bean(preDestroy = "close")
  Gallery gallery(
      GalleryConfig config, EmbeddedConfig embedded, FaceEncoder encoder, Guarding guarding) {
    LOG.info("Gallery: {}", config.adapter());
    var model = encoder.model();
    int dimension = encoder.dimension();
    return switch (config.adapter()) {
      case EMBEDDED -> guarding.local(new ExactGallery(Path.of(embedded.path()), model, dimension));
      case OPENSEARCH -> guarding.remote(new OpenSearchGallery(opensearch.get(), model, dimension));
      case MILVUS -> guarding.remote(new MilvusGallery(milvus.get(), model, dimension));
    };
  }
}
