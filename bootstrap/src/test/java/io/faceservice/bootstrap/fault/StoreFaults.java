package io.faceservice.bootstrap.fault;

import static io.faceservice.bootstrap.process.Caller.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.faceservice.bootstrap.process.Await;
import io.faceservice.bootstrap.process.Caller;
import io.faceservice.bootstrap.process.ServiceProcess;
import io.faceservice.bootstrap.servers.StoreServer;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * What the service promises its callers while the server of a store dies or stands still: what was
 * acknowledged holds, refusals are orderly and in time, and nobody has to restart anything.
 */
@Tag("backends")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class StoreFaults {
  private static final int OK = 200;
  private static final int UNAVAILABLE = 503;
  private static final Duration TIMEOUT = Duration.ofSeconds(3);

  /**
   * A change that fails is taken back, and may have waited while an earlier one was settled: each
   * of the three ends with its first call that takes its whole time, which is not repeated. Beyond
   * that, what a busy machine needs for itself.
   */
  private static final Duration LONGEST = TIMEOUT.multipliedBy(3).plusSeconds(10);

  /** From a server's first answer to the service's readiness. */
  private static final Duration RECOVERY = Duration.ofSeconds(10);

  private final String example;
  private final String dependency;
  private final String words;
  private final String timeout;
  private StoreServer server;
  private ServiceProcess service;

  /**
   * @param example the file of {@code deploy/config} to configure the service with
   * @param dependency what is on the server, in the words of {@code /health}
   * @param words the same, in the words of refusals
   * @param timeout the variable that says how long a call may take
   */
  StoreFaults(String example, String dependency, String words, String timeout) {
    this.example = example;
    this.dependency = dependency;
    this.words = words;
    this.timeout = timeout;
  }

  /**
   * Starts the server.
   *
   * @param folder for its data
   */
  abstract StoreServer start(Path folder);

  @BeforeAll
  final void start(@TempDir Path data, @TempDir Path serversData) throws IOException {
    server = start(serversData);
    Map<String, String> variables = new HashMap<>(server.variables());
    variables.put(timeout, TIMEOUT.toSeconds() + "s");
    variables.put("FACE_RECONCILE_EVERY", "2s");
    Path settings = Path.of("..", "deploy", "config", example);
    service = ServiceProcess.start(data, variables, "--config", settings.toString());
  }

  @AfterAll
  final void stop() {
    try (StoreServer last = server) {
      service.close();
      last.kill();
    }
  }

  @Test
  final void nothingAcknowledgedIsLostWhenTheServerDiesAndComesBack() throws Exception {
    underLoad("killed", server::kill, server::restart);
  }

  @Test
  final void nothingAcknowledgedIsLostWhenTheServerStandsStillForAWhile() throws Exception {
    underLoad("paused", server::pause, server::resume);
  }

  private void underLoad(String name, Runnable harm, Runnable cure) throws Exception {
    var caller = new Caller(service);
    var answers = new Answers(words);
    try (var load = new SteadyLoad(caller, answers, name)) {
      load.awaitProgress();
      harm.run();
      load.awaitRefusals();
      tellWhatIsDown(caller);
      cure.run();
      Await.within(
          RECOVERY, "the service is ready", () -> caller.get("/health/ready").statusCode() == OK);
      load.awaitProgress();
      load.end();
    }
    assertThat(answers.wrong()).isEmpty();
    assertThat(answers.longest()).isLessThan(LONGEST);
    Await.until("what was interrupted is settled", () -> service.succeeds("reconcile"));
    assertThat(service.command("reconcile")).startsWith("No drift");
  }

  private void tellWhatIsDown(Caller caller) {
    for (String path : List.of("/health", "/health/ready")) {
      HttpResponse<String> answer = caller.get(path);
      assertThat(answer.statusCode()).isEqualTo(UNAVAILABLE);
      assertThat(answer.headers().firstValue("retry-after")).isPresent();
      JsonNode found = json(answer);
      assertThat(found.path("status").asText()).isEqualTo("DOWN");
      for (String each : List.of("inference", "gallery", "images")) {
        assertThat(found.path("dependencies").path(each).asText())
            .as(each)
            .isEqualTo(each.equals(dependency) ? "DOWN" : "UP");
      }
    }
    assertThat(caller.get("/health/live").body()).contains("\"UP\"");
  }
}
