package io.faceservice.bootstrap.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.faceservice.bootstrap.http.Service.Answer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The service while nobody runs the models: TensorFlow Serving is configured and not there. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class InferenceDownTest {
  private final Service service =
      Service.start(
          Map.of(
              "face.inference.adapter",
              "tfserving",
              "face.inference.tfserving.target",
              "127.0.0.1:" + freePort(),
              "face.inference.tfserving.deadline",
              "2s"));

  private static int freePort() {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @AfterAll
  void stop() {
    service.close();
  }

  @Test
  void startsAndSaysThatItIsNotReady() {
    Answer answer = service.get("/health_check");

    assertThat(answer.status()).isEqualTo(503);
    assertThat(answer.body()).isNotEqualTo("0");
    assertThat(answer.header("retry-after")).isNotBlank();
  }

  @Test
  void answersWhatNeedsAModelWithUnavailable() {
    for (Answer answer :
        new Answer[] {
          service.post(
              "/check-2-face",
              Map.of(
                  "people_1", Images.ADA,
                  "people_2", Images.ADA_AGAIN,
                  "is_live_check", false)),
          service.post("/search", Map.of("image", Images.ADA)),
          service.post("/api/v1/anti-spoof", Map.of("image", Images.ADA))
        }) {
      assertThat(answer.status()).isEqualTo(503);
      assertThat(answer.said())
          .isEqualTo("{\"status\":\"ERROR\",\"msg\":\"inference is unavailable\"}");
      assertThat(answer.header("retry-after")).isNotBlank();
    }
  }

  @Test
  void stillTellsAnImageThatIsNone() {
    Answer answer = service.post("/face-detect", Map.of("image", "AAAA"));

    assertThat(answer.status()).isEqualTo(400);
  }
}
