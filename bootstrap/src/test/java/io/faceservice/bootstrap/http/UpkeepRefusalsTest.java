package io.faceservice.bootstrap.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.faceservice.bootstrap.http.Service.Answer;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is wrong, it is told as a problem, and nothing is stored. */
final class UpkeepRefusalsTest {
  private final Service service = Service.shared();
  private final People people = new People(service, "refused");

  @AfterEach
  void hasStoredNothing() {
    assertThat(people.list("").status()).isEqualTo(404);
    assertThat(service.get(People.SOURCES).json().findValuesAsText("source"))
        .doesNotContain("refused");
    assertThat(people.search(Images.ADA)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "hello", "[]", "null", "7", "{", "{}{}", "{\"a\":1,\"a\":2}"})
  void refusesABodyThatIsNoObject(String body) {
    assertProblem(post(body), 400, "malformed_request");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{} | image",
        "{\"image\":null} | image",
        "{\"image\":7} | image",
        "{\"image\":[\"x\"]} | image",
        "{\"image\":\"x\",\"created_at\":7} | created_at",
        "{\"image\":\"x\",\"face_id\":7} | face_id",
        "{\"image\":\"x\",\"face_id\":\"\"} | face_id",
        "{\"image\":\"x\",\"face_id\":\"a b\"} | face_id",
        "{\"image\":\"x\",\"is_live_check\":\"false\"} | is_live_check",
        "{\"image\":\"x\",\"is_live_check\":true} | liveness",
        "{\"image\":\"x\",\"is_live_check\":true,\"liveness\":[]} | liveness",
        "{\"image\":\"x\",\"liveness\":\"x\"} | liveness"
      })
  void namesTheFieldThatIsMissingOrWrong(String body, String field) {
    Answer answer = post(body);

    assertProblem(answer, 400, "invalid_input");
    assertThat(answer.json().get("field").textValue()).isEqualTo(field);
    assertThat(answer.json().get("detail").textValue()).contains(field);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "*", "data:image/png;base64,", "aGVsbG8="})
  void refusesWhatIsNoImage(String image) {
    assertProblem(people.add("ada", image), 400, "unreadable_image");
  }

  @Test
  void refusesImagesOfNoUse() {
    assertProblem(people.add("ada", Images.base64(Images.svg())), 400, "unreadable_image");
    assertProblem(people.add("ada", Images.base64(Images.hugePng())), 413, "too_large");
    assertProblem(people.add("ada", Images.NO_FACE), 422, "no_face");
    assertProblem(people.add("ada", Images.base64(Images.onePixel())), 422, "no_face");
  }

  @Test
  void refusesWhatIsLargerThanAllowed() {
    assertProblem(people.add("ada", "A".repeat(21 << 20)), 413, "too_large");
    assertProblem(
        service.post(people.person("ada") + "/faces", new byte[43 << 20]), 413, "too_large");
  }

  @Test
  void refusesWhoShowsNoLife() {
    assertProblem(
        people.add(
            "ada",
            Map.of(
                "image",
                Images.ADA,
                "is_live_check",
                true,
                "liveness",
                List.of(Images.ADA, Images.ADA))),
        422,
        "not_live");
    assertProblem(
        people.add(
            "ada",
            Map.of(
                "image", Images.ADA, "is_live_check", true, "liveness", List.of(Images.NO_FACE))),
        422,
        "no_face");
  }

  @Test
  void refusesMoreFramesThanARequestMayHave() {
    assertProblem(
        people.add(
            "ada",
            Map.of(
                "image",
                Images.ADA,
                "is_live_check",
                true,
                "liveness",
                Collections.nCopies(101, Images.NO_FACE))),
        400,
        "invalid_input");
  }

  @ParameterizedTest
  @CsvSource({
    "POST, /api/v1/sources",
    "DELETE, /api/v1/sources",
    "PUT, /api/v1/sources/x/people",
    "POST, /api/v1/sources/x/people",
    "PATCH, /api/v1/sources/x/people/y",
    "GET, /api/v1/sources/x/people/y/faces",
    "PUT, /api/v1/sources/x/people/y/faces/z",
    "DELETE, /api/v1/sources/x/people/y/faces/z/versions/1/image"
  })
  void saysWhichMethodsARouteTakes(String method, String path) {
    Answer answer = service.send(method, path, BodyPublishers.noBody(), Map.of());

    assertProblem(answer, 405, "method_not_allowed");
    assertThat(answer.header("allow")).isNotEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "/people/nobody, person_not_found",
    "/people/nobody/faces/primary, face_not_found",
    "/people/nobody/faces/primary/versions/1/image, version_not_found",
    "/people, source_not_found",
    "/nowhere, not_found"
  })
  void knowsNobodyWhoIsNotEnrolled(String path, String code) {
    assertProblem(service.get(People.SOURCES + "/refused" + path), 404, code);
  }

  @Test
  void removesNobodyWhoIsNotEnrolled() {
    assertProblem(people.delete(people.person("nobody")), 404, "person_not_found");
    assertProblem(people.delete(people.face("nobody", "primary")), 404, "face_not_found");
  }

  @Test
  void wantsToKnowClearlyWhetherImagesAreAskedFor() {
    for (String value : List.of("", "1", "TRUE", "yes", "true&images=false")) {
      assertProblem(service.get(people.person("a") + "?images=" + value), 400, "invalid_input");
    }
  }

  @Test
  void leavesTheContractsRoutesBesideItAsTheyAre() {
    assertThat(service.postText("/api/v1/anti-spoof", "{").said())
        .isEqualTo(
            "{\"message\":\"The browser (or proxy) sent a request that this server could not"
                + " understand.\"}");
    assertThat(service.get("/api/v1/sourcesx").fields()).containsExactly("message", "request_id");
  }

  private Answer post(String body) {
    return service.post(people.person("ada") + "/faces", body.getBytes(UTF_8));
  }

  private static void assertProblem(Answer answer, int status, String code) {
    assertThat(answer.status()).as(answer.body()).isEqualTo(status);
    assertThat(answer.header("content-type")).startsWith("application/problem+json");
    assertThat(answer.json().get("status").intValue()).isEqualTo(status);
    assertThat(answer.json().get("code").textValue()).isEqualTo(code);
    assertThat(answer.json().get("type").textValue()).isEqualTo("urn:face-service:problem:" + code);
    assertThat(answer.json().get("title").textValue()).endsWith(".");
    assertThat(answer.json().get("request_id").textValue())
        .isEqualTo(answer.header("x-request-id"));
  }
}
