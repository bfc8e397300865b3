package io.faceservice.bootstrap.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.faceservice.bootstrap.http.Service.Answer;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds for every route and for none. */
final class ServerTest {
  private final Service service = Service.shared();

  @Test
  void saysThatItLives() {
    Answer answer = service.get("/health_check");

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.header("content-type")).startsWith("text/plain");
    assertThat(answer.body()).isEqualTo("0");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/metrics", "/prometheus"})
  void givesMetricsInPrometheusText(String path) {
    service.get("/health_check");

    Answer answer = service.get(path);

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.header("content-type")).startsWith("text/plain; version=0.0.4");
    assertThat(answer.body())
        .contains("# TYPE jvm_memory_used_bytes gauge")
        .contains("http_server_requests_seconds_count{");
  }

  @Test
  void callsARequestWhatItsCallerCallsIt() {
    Answer answer =
        service.send(
            "POST",
            "/face-detect",
            BodyPublishers.ofString("{}"),
            Map.of("X-Request-Id", "mine-7"));

    assertThat(answer.header("x-request-id")).isEqualTo("mine-7");
    assertThat(answer.json().get("request_id").textValue()).isEqualTo("mine-7");
  }

  @Test
  void namesARequestItselfWhereItsCallerDoesNot() {
    Answer answer = service.get("/nowhere");

    assertThat(answer.header("x-request-id")).hasSize(36);
    assertThat(answer.json().get("request_id").textValue())
        .isEqualTo(answer.header("x-request-id"));
    assertThat(service.get("/health_check").header("x-request-id")).hasSize(36);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/nowhere",
        "/",
        "/beans",
        "/env",
        "/routes",
        "/loggers",
        "/check-2-face/",
        "/a//b"
      })
  void knowsNoOtherPlaceAndTellsNothingAboutItself(String path) {
    Answer answer = service.get(path);

    assertThat(answer.status()).isIn(404, 405);
    assertThat(answer.fields()).containsExactly("message", "request_id");
    assertThat(answer.body()).doesNotContainIgnoringCase("micronaut");
  }

  @ParameterizedTest
  @ValueSource(strings = {"GET", "PUT", "DELETE", "PATCH"})
  void saysWhichMethodARouteTakes(String method) {
    Answer answer = service.send(method, "/check-2-face", BodyPublishers.noBody(), Map.of());

    assertThat(answer.status()).isEqualTo(405);
    assertThat(answer.header("allow")).isEqualTo("POST");
    assertThat(answer.said())
        .isEqualTo("{\"message\":\"The method is not allowed for the requested URL.\"}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"application/json", "text/plain", "application/x-www-form-urlencoded"})
  void readsTheBodyAsJsonWhateverItIsSaidToBe(String type) {
    Answer answer =
        service.send(
            "POST",
            "/face-detect",
            BodyPublishers.ofString("{\"image\":\"" + Images.NO_FACE + "\"}"),
            Map.of("Content-Type", type));

    assertThat(answer.status()).isEqualTo(200);
  }

  @Test
  void refusesABodyBeyondTheLimit() {
    Answer answer = service.post("/face-detect", new byte[43 << 20]);

    assertThat(answer.status()).isEqualTo(413);
    assertThat(answer.said())
        .isEqualTo("{\"message\":\"The request is larger than this server accepts.\"}");
  }
}
