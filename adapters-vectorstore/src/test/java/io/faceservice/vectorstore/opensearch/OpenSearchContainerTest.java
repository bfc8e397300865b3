package io.faceservice.vectorstore.opensearch;

import io.faceservice.application.port.Gallery;
import io.faceservice.application.testkit.GalleryContract;
import io.faceservice.domain.biometric.ModelId;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.junit.jupiter.Container;
import org.testcontainers.junit.jupiter.Testcontainers;

/** On the distribution as it is deployed, all its plugins included. */
@Tag("docker")
@Testcontainers(disabledWithoutDocker = true)
final class OpenSearchContainerTest extends GalleryContract {
  private static final int PORT = 9200;

  @Container
  private static final GenericContainer<?> SERVER =
      new GenericContainer<>("opensearchproject/opensearch:3.1.0")
          .withEnv("discovery.type", "single-node")
          .withEnv("DISABLE_SECURITY_PLUGIN", "true")
          .withEnv("DISABLE_INSTALL_DEMO_CONFIG", "true")
          .withEnv("OPENSEARCH_JAVA_OPTS", "-Xms1g -Xmx1g")
          .withExposedPorts(PORT)
          .waitingFor(Wait.forHttp("/").forPort(PORT).withStartupTimeout(Duration.ofMinutes(3)));

  private final String index = TestSettings.freshIndex();

  @Override
  protected Gallery newGallery(ModelId model, int dimension) {
    URI url = URI.create("http://%s:%d".formatted(SERVER.getHost(), SERVER.getMappedPort(PORT)));
    return new OpenSearchGallery(TestSettings.of(url, index), model, dimension);
  }
}
