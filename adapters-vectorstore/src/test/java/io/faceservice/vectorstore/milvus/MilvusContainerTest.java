package io.faceservice.vectorstore.milvus;

import io.faceservice.application.port.Gallery;
import io.faceservice.application.testkit.GalleryContract;
import io.faceservice.domain.biometric.ModelId;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.images.builder.Transferable;
import org.testcontainers.junit.jupiter.Container;
import org.testcontainers.junit.jupiter.Testcontainers;

/** On a newer server than the one that PyPI has. */
@Tag("docker")
@Testcontainers(disabledWithoutDocker = true)
final class MilvusContainerTest extends GalleryContract {
  private static final int PORT = 19530;
  private static final int HEALTH = 9091;
  private static final String ETCD = "/milvus/configs/embedEtcd.yaml";

  @Container
  private static final GenericContainer<?> SERVER =
      new GenericContainer<>("milvusdb/milvus:v2.5.4")
          .withEnv(
              Map.of(
                  "DEPLOY_MODE", "STANDALONE",
                  "ETCD_USE_EMBED", "true",
                  "ETCD_DATA_DIR", "/var/lib/milvus/etcd",
                  "ETCD_CONFIG_PATH", ETCD,
                  "COMMON_STORAGETYPE", "local",
                  "QUERYNODE_SEGCORE_INTERIMINDEX_ENABLEINDEX", "false"))
          .withCopyToContainer(
              Transferable.of(
                  """
                  listen-client-urls: http://0.0.0.0:2379
                  advertise-client-urls: http://0.0.0.0:2379
                  """),
              ETCD)
          .withCommand("milvus", "run", "standalone")
          .withExposedPorts(PORT, HEALTH)
          .waitingFor(
              Wait.forHttp("/healthz").forPort(HEALTH).withStartupTimeout(Duration.ofMinutes(3)));

  private final MilvusUnderTest milvus =
      MilvusUnderTest.on(
          URI.create("http://%s:%d".formatted(SERVER.getHost(), SERVER.getMappedPort(PORT))));

  @Override
  protected Gallery newGallery(ModelId model, int dimension) {
    return milvus.gallery(model, dimension);
  }

  @AfterEach
  void drop() {
    milvus.drop();
  }
}
