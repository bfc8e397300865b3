package io.faceservice.bootstrap.wiring;

import io.faceservice.bootstrap.config.MilvusConfig;
import io.faceservice.bootstrap.config.StartException;
import io.faceservice.vectorstore.milvus.MilvusLayout;
import io.faceservice.vectorstore.milvus.MilvusLayout.Hnsw;
import io.faceservice.vectorstore.milvus.MilvusSearch;
import io.faceservice.vectorstore.milvus.MilvusServer;
import io.faceservice.vectorstore.milvus.MilvusServer.Patience;
import io.faceservice.vectorstore.milvus.MilvusSettings;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

/** What the keys below {@code face.gallery.milvus} mean; asked for only if Milvus was chosen. */
@Factory
final class MilvusFactory {

  @Singleton
  MilvusSettings milvusSettings(
      MilvusConfig config,
      MilvusConfig.Timeouts timeouts,
      MilvusConfig.Layout layout,
      MilvusConfig.Search search) {
    try {
      return new MilvusSettings(
          new MilvusServer(
              URI.create(config.uri()),
              Optional.of(config.token()).filter(token -> !token.isBlank()),
              Optional.of(config.authorities()).filter(file -> !file.isBlank()).map(Path::of),
              new Patience(timeouts.connect(), timeouts.call(), timeouts.load())),
          new MilvusLayout(
              config.collection(),
              layout.shards(),
              layout.replicas(),
              layout.partitions(),
              new Hnsw(layout.links(), layout.effort())),
          new MilvusSearch(search.candidates(), search.effort(), search.exhaustive()));
    } catch (IllegalArgumentException e) {
      // The message may repeat an address with a password in it.
      throw new StartException(
          "face.gallery.milvus: uri is http://HOST:PORT or https://HOST:PORT, without user and"
              + " password; collection has letters, digits and '_'.");
    }
  }
}
