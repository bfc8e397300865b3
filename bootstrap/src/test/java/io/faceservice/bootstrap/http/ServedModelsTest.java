package io.faceservice.bootstrap.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import io.faceservice.bootstrap.http.Service.Answer;
import io.faceservice.inference.tfserving.ServingRelay;
import io.faceservice.inference.tfserving.ServingRelay.Passed;
import io.faceservice.inference.tfserving.Spoiling.Fault;
import io.faceservice.inference.tfserving.StandIn;
import io.faceservice.inference.tfserving.SwappedModels;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The service over HTTP, with its models on a server that breaks, dies, returns and changes. */
@Tag("backends")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class ServedModelsTest {
  private static final Map<String, Object> PAIR =
      Map.of("people_1", Images.ADA, "people_2", Images.ADA_AGAIN, "is_live_check", false);
  private static final String UNAVAILABLE =
      "{\"status\":\"ERROR\",\"msg\":\"inference is unavailable\"}";

  private final SwappedModels models;
  private final StandIn server;
  private ServingRelay relay;
  private final Service service;

  ServedModelsTest(@TempDir Path folder) {
    models = new SwappedModels(folder);
    server = StandIn.serve(models.config(), 0);
    relay = new ServingRelay(0, server.target());
    service = Service.start(settings(relay.target()));
  }

  /** With a deadline that a busy machine keeps. */
  private static Map<String, Object> settings(String target) {
    return Map.of(
        "face.inference.adapter",
        "tfserving",
        "face.inference.tfserving.target",
        target,
        "face.inference.tfserving.deadline",
        "20s",
        "face.inference.tfserving.watch",
        "1s");
  }

  @AfterEach
  void mend() {
    relay.mend();
  }

  @AfterAll
  void stop() {
    service.close();
    relay.close();
    server.close();
  }

  private static double score(Answer answer) {
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    return answer.json().get("similator_percent").doubleValue();
  }

  private static void assertUnavailable(Answer answer) {
    assertThat(answer.status()).isEqualTo(503);
    assertThat(answer.said()).isEqualTo(UNAVAILABLE);
    assertThat(answer.header("retry-after")).isNotBlank();
  }

  private static void awaitReady(Service service, int status) {
    Instant deadline = Instant.now().plus(Duration.ofMinutes(2));
    while (service.get("/health/ready").status() != status) {
      assertThat(Instant.now()).as("before /health/ready says " + status).isBefore(deadline);
      LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
    }
  }

  @Test
  void scoresAsTheModelsInThisProcessDo() {
    assertThat(score(service.post("/check-2-face", PAIR)))
        .isCloseTo(score(Service.shared().post("/check-2-face", PAIR)), within(1e-3));
  }

  @Test
  void encodesTheFacesOfOneRequestInOneCall() {
    relay.passed();
    score(service.post("/check-2-face", PAIR));

    assertThat(relay.passed())
        .filteredOn(passed -> passed.model().equals(SwappedModels.EMBEDDER))
        .filteredOn(passed -> passed.pictures() > 1)
        .extracting(Passed::pictures)
        .containsExactly(2L);
  }

  @ParameterizedTest
  @EnumSource(
      mode = EnumSource.Mode.EXCLUDE,
      names = {"NONE", "NO_ANSWER"})
  void answersWithUnavailableWhateverAModelGivesAndThenServesAgain(Fault fault) {
    for (String model :
        List.of(SwappedModels.DETECTOR, SwappedModels.LANDMARKS, SwappedModels.EMBEDDER)) {
      relay.spoil(model, fault);
      assertUnavailable(service.post("/check-2-face", PAIR));
    }
    relay.spoil(SwappedModels.ATTACKS, fault);
    assertUnavailable(service.post("/api/v1/anti-spoof", Map.of("image", Images.ADA)));
    relay.mend();
    score(service.post("/check-2-face", PAIR));
  }

  @Test
  void givesUpOnAnAnswerThatDoesNotComeAndThenServesAgain() {
    relay.hold();
    assertUnavailable(service.post("/check-2-face", PAIR));
    relay.mend();
    score(service.post("/check-2-face", PAIR));
  }

  @Test
  void saysThatTheServerDiedInTheMiddleOfARequestAndServesOnceItIsBack() throws Exception {
    int port = relay.port();
    relay.hold();
    var asked = CompletableFuture.supplyAsync(() -> service.post("/check-2-face", PAIR));
    relay.awaitHeld();
    relay.close();

    assertUnavailable(asked.join());
    awaitReady(service, 503);
    relay = new ServingRelay(port, server.target());
    awaitReady(service, 200);
    score(service.post("/check-2-face", PAIR));
  }

  @Test
  void startsBeforeItsServerAndServesOnceThatIsThere() {
    int port;
    try (var free = new ServingRelay(0, server.target())) {
      port = free.port();
    }
    try (Service early = Service.start(settings("127.0.0.1:" + port))) {
      assertThat(early.get("/health/ready").status()).isEqualTo(503);
      assertThat(early.get("/health/live").status()).isEqualTo(200);
      assertUnavailable(early.post("/check-2-face", PAIR));
      try (var late = new ServingRelay(port, server.target())) {
        assertThat(late.port()).isEqualTo(port);
        awaitReady(early, 200);
        score(early.post("/check-2-face", PAIR));
      }
    }
  }

  @Test
  void takesNewVersionsOfTheSameModelsWithoutARestart() {
    double before = score(service.post("/check-2-face", PAIR));
    models.again(SwappedModels.EMBEDDER, 2);
    models.again(SwappedModels.DETECTOR, 2);
    try {
      relay.passed();
      assertThat(score(service.post("/check-2-face", PAIR))).isCloseTo(before, within(1e-6));
      assertThat(relay.passed())
          .extracting(Passed::model, Passed::version)
          .contains(tuple(SwappedModels.EMBEDDER, 2L), tuple(SwappedModels.DETECTOR, 2L));
    } finally {
      models.remove(SwappedModels.EMBEDDER, 2);
      models.remove(SwappedModels.DETECTOR, 2);
    }
  }

  @Test
  void refusesAnotherEmbedderBehindTheSameNameUntilTheFormerOneIsServedAgain() {
    double before = score(service.post("/check-2-face", PAIR));
    models.otherEmbedder(3);
    try {
      assertUnavailable(service.post("/check-2-face", PAIR));
      awaitReady(service, 503);
      assertUnavailable(service.post("/search", Map.of("image", Images.ADA)));
    } finally {
      models.remove(SwappedModels.EMBEDDER, 3);
    }
    awaitReady(service, 200);
    assertThat(score(service.post("/check-2-face", PAIR))).isCloseTo(before, within(1e-6));
  }
}
