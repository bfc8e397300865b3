package io.faceservice.bootstrap.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.faceservice.vectorstore.opensearch.OpenSearchSettings;
import io.faceservice.vectorstore.opensearch.OpenSearchSettings.Effort;
import io.faceservice.vectorstore.opensearch.OpenSearchSettings.Login;
import io.faceservice.vectorstore.opensearch.OpenSearchSettings.Patience;
import io.faceservice.vectorstore.opensearch.OpenSearchSettings.Shape;
import io.micronaut.context.ApplicationContext;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class OpenSearchConfigTest {
  private static final String KEYS = "face.gallery.opensearch.";

  private static OpenSearchSettings settings(Map<String, Object> properties) {
    try (var context = ApplicationContext.run(properties)) {
      return context.getBean(OpenSearchSettings.class);
    }
  }

  @Test
  void hasTheseDefaults() {
    OpenSearchSettings settings = settings(Map.of());
    assertThat(settings.server().urls()).containsExactly(URI.create("http://localhost:9200"));
    assertThat(settings.server().login()).isEmpty();
    assertThat(settings.server().authority()).isEmpty();
    assertThat(settings.index()).isEqualTo("faces");
    assertThat(settings.shape()).isEqualTo(new Shape(1, 1, 32, 400));
    assertThat(settings.effort()).isEqualTo(new Effort(5_000, 100_000));
    assertThat(settings.patience())
        .isEqualTo(
            new Patience(Duration.ofSeconds(1), Duration.ofSeconds(3), Duration.ofSeconds(60)));
  }

  @Test
  void takesSeveralNodesAndALogin() {
    OpenSearchSettings settings =
        settings(
            Map.of(
                KEYS + "url",
                "https://one:443, https://two:443",
                KEYS + "username",
                "ada",
                KEYS + "password",
                "secret"));
    assertThat(settings.server().urls())
        .containsExactly(URI.create("https://one:443"), URI.create("https://two:443"));
    assertThat(settings.server().login()).contains(new Login("ada", "secret"));
    assertThat(settings.toString()).doesNotContain("secret");
  }

  @ParameterizedTest
  @CsvSource({
    "url, localhost:9200",
    "url, ftp://localhost",
    "index, Faces",
    "search.candidates, 0",
    "layout.shards, many"
  })
  void stopsAtAWrongValue(String key, String value) {
    assertThatThrownBy(() -> settings(Map.of(KEYS + key, value)))
        .hasStackTraceContaining(key.substring(key.indexOf('.') + 1));
  }
}
