package io.faceservice.bootstrap.walk;

import static io.faceservice.bootstrap.process.Caller.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.faceservice.bootstrap.process.Await;
import io.faceservice.bootstrap.process.Caller;
import io.faceservice.bootstrap.process.ServiceProcess;
import io.faceservice.bootstrap.servers.RealServer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an example of {@code deploy/config} promises: with a server there, the service works. */
@Tag("backends")
abstract sealed class ExampleWalk
    permits MilvusWalkTest, MongoWalkTest, OpenSearchWalkTest, TfServingWalkTest {
  static final Path EXAMPLES = Path.of("..", "deploy", "config");

  private static final List<String> DEPENDENCIES = List.of("inference", "gallery", "images");

  private final String example;
  private final String dependency;

  /**
   * @param example the file's name
   * @param dependency what is on the server, in the words of {@code /health}
   */
  ExampleWalk(String example, String dependency) {
    this.example = example;
    this.dependency = dependency;
  }

  final String example() {
    return example;
  }

  /**
   * Starts the server that the example names.
   *
   * @param folder for its data
   */
  abstract RealServer start(Path folder);

  @Test
  final void servesFromEnrolmentToRemovalOnTheServerThatItNames(
      @TempDir Path data, @TempDir Path serversData) throws IOException {
    try (RealServer server = start(serversData);
        ServiceProcess service =
            ServiceProcess.start(
                data, server.variables(), "--config", EXAMPLES.resolve(example).toString())) {
      Walk.through(service);
      server.kill();
      misses(service);
    }
  }

  /** Else the walk might have gone past the server. */
  private void misses(ServiceProcess service) {
    var caller = new Caller(service);
    Await.until(
        "the service misses its server", () -> caller.get("/health/ready").statusCode() == 503);
    JsonNode found = json(caller.get("/health")).path("dependencies");
    for (String each : DEPENDENCIES) {
      assertThat(found.path(each).asText())
          .as(each)
          .isEqualTo(each.equals(dependency) ? "DOWN" : "UP");
    }
  }
}
