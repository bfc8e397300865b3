package io.faceservice.bootstrap.wiring;

import io.faceservice.bootstrap.config.OpenSearchConfig;
import io.faceservice.bootstrap.config.OpenSearchConfig.LayoutConfig;
import io.faceservice.bootstrap.config.OpenSearchConfig.SearchConfig;
import io.faceservice.bootstrap.config.OpenSearchConfig.TimeoutConfig;
import io.faceservice.bootstrap.config.StartException;
import io.faceservice.vectorstore.opensearch.OpenSearchSettings;
import io.faceservice.vectorstore.opensearch.OpenSearchSettings.Effort;
import io.faceservice.vectorstore.opensearch.OpenSearchSettings.Login;
import io.faceservice.vectorstore.opensearch.OpenSearchSettings.Patience;
import io.faceservice.vectorstore.opensearch.OpenSearchSettings.Server;
import io.faceservice.vectorstore.opensearch.OpenSearchSettings.Shape;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** How the gallery on OpenSearch is reached and searched. */
@Factory
final class OpenSearchFactory {
  private static final Set<String> SCHEMES = Set.of("http", "https");

  @Singleton
  OpenSearchSettings settings(
      OpenSearchConfig config, TimeoutConfig timeout, LayoutConfig layout, SearchConfig search) {
    Optional<Login> login =
        Optional.of(config.username())
            .filter(user -> !user.isEmpty())
            .map(user -> new Login(user, config.password()));
    Optional<Path> authority =
        Optional.of(config.authority()).filter(file -> !file.isEmpty()).map(Path::of);
    return new OpenSearchSettings(
        new Server(urls(config.url()), login, authority),
        config.index(),
        new Shape(layout.shards(), layout.replicas(), layout.links(), layout.buildBreadth()),
        new Effort(search.candidates(), search.exactUpTo()),
        new Patience(timeout.connect(), timeout.call(), timeout.upkeep()));
  }

  private static List<URI> urls(String text) {
    return Stream.of(text.split(",", -1)).map(String::strip).map(OpenSearchFactory::url).toList();
  }

  private static URI url(String text) {
    try {
      URI url = new URI(text);
      if (url.getHost() != null && SCHEMES.contains(String.valueOf(url.getScheme()))) {
        return url;
      }
    } catch (URISyntaxException e) {
      throw new StartException(wrong(text), e);
    }
    throw new StartException(wrong(text));
  }

  private static String wrong(String text) {
    return "face.gallery.opensearch.url holds http or https URLs separated by commas, not " + text;
  }
}
