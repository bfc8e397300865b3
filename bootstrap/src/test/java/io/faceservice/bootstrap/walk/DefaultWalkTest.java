package io.faceservice.bootstrap.walk;

import static org.assertj.core.api.Assertions.assertThat;

import io.faceservice.bootstrap.process.ServiceProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The service without any settings, and who walks with some. */
final class DefaultWalkTest {

  @Test
  void servesFromEnrolmentToRemovalOnItsOwn(@TempDir Path data) throws IOException {
    try (ServiceProcess service = ServiceProcess.start(data, Map.of())) {
      Walk.through(service);
    }
  }

  @Test
  void noExampleIsWithoutAWalk() throws Exception {
    List<String> walked = new ArrayList<>();
    for (Class<?> walk : ExampleWalk.class.getPermittedSubclasses()) {
      walked.add(((ExampleWalk) walk.getDeclaredConstructor().newInstance()).example());
    }
    try (var examples = Files.list(ExampleWalk.EXAMPLES)) {
      assertThat(examples.map(path -> path.getFileName().toString()))
          .containsExactlyInAnyOrderElementsOf(walked);
    }
  }
}
