package io.faceservice.bootstrap.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.faceservice.bootstrap.http.Service.Answer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever is sent, each route answers in the contract's shape and lives on. */
final class BadInputTest {
  private static final String MALFORMED =
      "{\"message\":\"The browser (or proxy) sent a request that this server could not"
          + " understand.\"}";
  private static final String BAD_IMAGE =
      "{\"status\":\"INPUT_ERROR\",\"msg\":\"Wrong image input format.\"}";

  /** Each route with the body that carries an image to it. */
  private static final Map<String, Function<String, String>> ROUTES =
      Map.of(
          "/check-2-face",
          image ->
              "{\"people_1\":\"%s\",\"people_2\":\"%s\",\"is_live_check\":false}"
                  .formatted(image, Images.ADA),
          "/face-otp",
          image ->
              "{\"people_1\":{\"image\":\"%s\"},\"people_2\":\"%s\",\"is_live_check\":false}"
                  .formatted(Images.ADA, image),
          "/api/v1/anti-spoof",
          "{\"image\":\"%s\"}"::formatted,
          "/face-live",
          image ->
              "{\"image\":\"%s\",\"cmds\":[{\"action\":\"HEAD_UP\",\"images\":[\"%s\"]}]}"
                  .formatted(image, Images.ADA),
          "/face-detect",
          "{\"image\":\"%s\"}"::formatted,
          "/search",
          "{\"image\":\"%s\"}"::formatted,
          "/register-face",
          image ->
              ("{\"people_id\":\"nobody\",\"created_at\":\"\",\"image\":\"%s\","
                      + "\"is_live_check\":false}")
                  .formatted(image));

  private final Service service = Service.shared();

  @AfterEach
  void livesOn() {
    assertThat(service.get("/health_check").body()).isEqualTo("0");
  }

  static Stream<Arguments> notAnObject() {
    return ROUTES.keySet().stream()
        .flatMap(
            route ->
                Stream.of("", " ", "hello", "[]", "[{}]", "null", "1", "\"x\"", "{", "{}{}", "{]}")
                    .map(body -> Arguments.of(route, body)));
  }

  @ParameterizedTest
  @MethodSource("notAnObject")
  void refusesABodyThatIsNoObject(String route, String body) {
    Answer answer = service.postText(route, body);

    assertThat(answer.said()).isEqualTo(MALFORMED);
    assertThat(answer.status()).isEqualTo(400);
  }

  static Stream<Arguments> missingOrOfTheWrongType() {
    return ROUTES.keySet().stream()
        .flatMap(
            route ->
                Stream.of(
                        "{}", nullFields(), wrongFields("7"), wrongFields("{}"), wrongFields("[]"))
                    .map(body -> Arguments.of(route, body)));
  }

  @ParameterizedTest
  @MethodSource("missingOrOfTheWrongType")
  void namesWhatIsMissingOrOfTheWrongType(String route, String body) {
    Answer answer = service.postText(route, body);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.said())
        .matches(
            "\\{\"message\":\\{\"[^\"]+\":\"[^\"]+\"}}"
                + "|\\{\"status\":\"INPUT_ERROR\",\"msg\":\"[^\"]+\"}");
  }

  static Stream<Arguments> noImage() {
    Map<String, String> images = new LinkedHashMap<>();
    images.put("empty string", "");
    images.put("broken base64", "/9j/4AAQ*");
    images.put("prefix alone", "data:image/png;base64,");
    images.put("text", Images.base64("I am a picture, believe me.".getBytes(UTF_8)));
    images.put("zeros", Images.base64(new byte[5000]));
    images.put("SVG", Images.base64(Images.svg()));
    images.put("PDF", Images.base64(Images.pdf()));
    return withEachRoute(images);
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("noImage")
  void refusesWhatIsNoImage(String route, String name, String image) {
    Answer answer = service.postText(route, body(route, image));

    assertThat(answer.said()).isEqualTo(BAD_IMAGE);
    assertThat(answer.status()).isEqualTo(400);
  }

  static Stream<Arguments> noUsableImage() {
    Map<String, String> images = new LinkedHashMap<>();
    images.put("truncated JPEG", Images.base64(Images.truncatedJpeg()));
    images.put("1 x 1 pixel", Images.base64(Images.onePixel()));
    images.put("PNG of 20,000 x 20,000", Images.base64(Images.hugePng()));
    images.put("animated GIF", Images.base64(Images.animatedGif()));
    return withEachRoute(images);
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("noUsableImage")
  void findsNoFaceInOrRefusesAnImageOfNoUse(String route, String name, String image) {
    Answer answer = service.postText(route, body(route, image));

    assertThat(answer.status()).isIn(200, 400, 413);
    assertThat(answer.body())
        .containsAnyOf(
            "\"status\":\"INPUT_ERROR\"", "\"status\":\"NO_FACE_ERROR\"", "\"has_face\":false");
  }

  @ParameterizedTest
  @MethodSource("routes")
  void refusesAnImageOfMoreBytesThanAllowed(String route) {
    Answer answer = service.postText(route, body(route, "A".repeat(21 << 20)));

    assertThat(answer.status()).isEqualTo(413);
    assertThat(answer.said())
        .matches(
            "\\{\"status\":\"INPUT_ERROR\",\"msg\":\"[a-z_0-9.]+ is larger than 15728640 bytes.\"}");
  }

  static List<String> routes() {
    return List.copyOf(ROUTES.keySet());
  }

  private static Stream<Arguments> withEachRoute(Map<String, String> images) {
    return ROUTES.keySet().stream()
        .flatMap(
            route ->
                images.entrySet().stream().map(e -> Arguments.of(route, e.getKey(), e.getValue())));
  }

  private static String body(String route, String image) {
    return Objects.requireNonNull(ROUTES.get(route)).apply(image);
  }

  private static String nullFields() {
    return wrongFields("null");
  }

  private static String wrongFields(String value) {
    return "{\"image\":%1$s,\"people_1\":%1$s,\"people_2\":%1$s,\"is_live_check\":%1$s,\"cmds\":%1$s}"
        .formatted(value);
  }
}
