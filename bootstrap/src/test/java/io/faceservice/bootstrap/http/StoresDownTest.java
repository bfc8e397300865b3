package io.faceservice.bootstrap.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.faceservice.bootstrap.http.Service.Answer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The service while a store on another machine is configured and not there. */
final class StoresDownTest {
  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  static Stream<Arguments> stores() throws IOException {
    String nobody = "127.0.0.1:" + freePort();
    return Stream.of(
        Arguments.of(
            "gallery",
            "gallery",
            Map.of(
                "face.gallery.adapter",
                "opensearch",
                "face.gallery.opensearch.url",
                "http://" + nobody)),
        Arguments.of(
            "gallery",
            "gallery",
            Map.of(
                "face.gallery.adapter", "milvus", "face.gallery.milvus.uri", "http://" + nobody)),
        Arguments.of(
            "images",
            "image store",
            Map.of(
                "face.images.adapter", "mongodb",
                "face.images.mongodb.uri", "mongodb://" + nobody,
                "face.images.mongodb.timeout", "1s")));
  }

  @ParameterizedTest
  @MethodSource("stores")
  void startsNamesWhatIsDownAndAnswersWhatNeedsNoStore(
      String dependency, String store, Map<String, Object> settings) {
    try (Service service = Service.start(settings)) {
      Answer ready = service.get("/health/ready");
      assertThat(ready.status()).isEqualTo(503);
      assertThat(ready.header("retry-after")).isNotBlank();
      assertThat(ready.json().at("/dependencies/" + dependency).textValue()).isEqualTo("DOWN");
      assertThat(ready.json().at("/dependencies/inference").textValue()).isEqualTo("UP");
      assertThat(service.get("/health/live").status()).isEqualTo(200);
      assertThat(service.get("/health_check").body()).isEqualTo("0");
      for (Answer answer : asked(service)) {
        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.body()).contains("\"status\":\"ERROR\"", " is unavailable\"");
        assertThat(answer.body()).doesNotContain("127.0.0.1", "Exception");
        assertThat(answer.header("retry-after")).isNotBlank();
      }
      assertThat(asked(service).getLast().body()).contains(store + " is unavailable");
      assertThat(
              service
                  .post(
                      "/check-2-face",
                      Map.of(
                          "people_1", Images.ADA,
                          "people_2", Images.ADA_AGAIN,
                          "is_live_check", false))
                  .status())
          .isEqualTo(200);
    }
  }

  private static List<Answer> asked(Service service) {
    return List.of(
        service.post("/search", Map.of("image", Images.ADA)),
        service.post(
            "/api/v2/search",
            Map.of("images", List.of(Map.of("image_id", "1", "image", Images.ADA)))),
        service.post(
            "/register-face",
            Map.of(
                "people_id",
                "ada",
                "created_at",
                "",
                "image",
                Images.ADA,
                "is_live_check",
                false)));
  }
}
