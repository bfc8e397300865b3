package io.faceservice.bootstrap.http;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.faceservice.bootstrap.http.Service.Answer;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A bounded number of requests is in flight. */
final class AdmissionTest {
  private static final Map<String, Object> ONE_AT_A_TIME =
      Map.of("face.http.requests-in-flight", 1, "face.http.retry-after", "7s");
  private static final int PLENTY_OF_TRIES = 5000;

  @Test
  void tellsThoseBeyondTheLimitToComeBackAndLetsThemInLater() throws IOException {
    try (Service service = Service.start(ONE_AT_A_TIME)) {
      try (Socket slow = new Socket(service.uri().getHost(), service.uri().getPort())) {
        takeThePlace(slow);
        Answer refused = service.postText("/face-detect", "{}");

        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.header("retry-after")).isEqualTo("7");
        assertThat(refused.said())
            .isEqualTo("{\"status\":\"ERROR\",\"msg\":\"too many requests\"}");
        Answer problem = service.get("/api/v1/sources");
        assertThat(problem.status()).isEqualTo(429);
        assertThat(problem.header("retry-after")).isEqualTo("7");
        assertThat(problem.json().get("code").textValue()).isEqualTo("too_many_requests");
        assertThat(service.get("/health_check").status()).isEqualTo(200);
        assertThat(service.get("/metrics").status()).isEqualTo(200);
      }
      assertThat(letsInAgain(service)).as("gives the place back after a hang-up").isTrue();
      assertThat(service.postText("/face-detect", "{}").status()).isEqualTo(400);
    }
  }

  /** Announces a body and sends none of it, once the server is ready to read it. */
  private static void takeThePlace(Socket socket) throws IOException {
    String head =
        String.join(
            "\r\n",
            "POST /face-detect HTTP/1.1",
            "Host: localhost",
            "Content-Type: application/json",
            "Content-Length: 100000",
            "Expect: 100-continue",
            "",
            "");
    socket.getOutputStream().write(head.getBytes(US_ASCII));
    socket.getOutputStream().flush();
    var reader = new BufferedReader(new InputStreamReader(socket.getInputStream(), US_ASCII));
    assertThat(reader.readLine()).isEqualTo("HTTP/1.1 100 Continue");
  }

  private static boolean letsInAgain(Service service) {
    for (int i = 0; i < PLENTY_OF_TRIES; i++) {
      if (service.postText("/face-detect", "{}").status() == 400) {
        return true;
      }
    }
    return false;
  }
}
