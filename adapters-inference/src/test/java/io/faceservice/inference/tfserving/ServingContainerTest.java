package io.faceservice.inference.tfserving;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.images.builder.Transferable;
import org.testcontainers.junit.jupiter.Container;
import org.testcontainers.junit.jupiter.Testcontainers;
import org.testcontainers.utility.MountableFile;

/** The default pack on TensorFlow Serving itself. */
@Tag("docker")
@Testcontainers(disabledWithoutDocker = true)
final class ServingContainerTest {
  private static final int PORT = 8500;

  @Container
  private static final GenericContainer<?> SERVER =
      new GenericContainer<>("tensorflow/serving:2.19.1")
          .withCopyFileToContainer(MountableFile.forHostPath(StandIn.savedModels()), "/packs")
          .withCopyToContainer(Transferable.of(config()), "/packs/served.config")
          .withCommand("--model_config_file=/packs/served.config")
          .withExposedPorts(PORT)
          .waitingFor(Wait.forLogMessage(".*Running gRPC ModelServer.*", 1));

  private static String config() {
    var config = new StringBuilder("model_config_list {\n");
    for (String model : new String[] {"fr_detect", "fr_landmark", "fr_feature", "fr_liveness"}) {
      config.append(
          "config { name: \"%1$s\" base_path: \"/packs/%1$s\" model_platform: \"tensorflow\" }%n"
              .formatted(model));
    }
    return config.append("}\n").toString();
  }

  @Test
  void givesTwoHundredPairsTheSameScoresAndDecisions() {
    SameScores.assertSame(SERVER.getHost() + ":" + SERVER.getMappedPort(PORT));
  }
}
