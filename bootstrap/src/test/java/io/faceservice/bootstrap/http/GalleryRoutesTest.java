package io.faceservice.bootstrap.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.faceservice.bootstrap.http.Service.Answer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Enrolment, search, verification by id and removal; each test has a source of its own. */
final class GalleryRoutesTest {
  private static final String NO_FACE =
      "\"msg\":\"Can't detect face. Please update another picture\"";

  private final Service service = Service.shared();

  @Test
  void findsWhomItEnrolledAndForgetsWhomItRemoved() {
    String source = "walk";
    assertThat(enrol("ada lovelace", source, Images.ADA).said())
        .startsWith("{\"status\":\"SUCCESS\",\"_id\":\"ada lovelace\",\"source\":\"walk\"");
    enrol("bob", source, Images.BOB);

    JsonNode found = search(source, Images.ADA_AGAIN);
    assertThat(found).hasSize(1);
    assertThat(found.get(0).toString())
        .startsWith(
            "{\"people_id\":\"ada lovelace\",\"created_at\":\"02/01/2021 ?\",\"source\":\"walk\","
                + "\"score\":0.8");
    assertThat(verify("ada lovelace", source, Images.ADA_AGAIN).body()).contains("\"MATCH\"");
    assertThat(verify("bob", source, Images.ADA_AGAIN).body()).contains("\"DO_NOT_MATCH\"");

    assertThat(remove("ada lovelace", source).said())
        .isEqualTo(
            "{\"status\":\"SUCCESS\",\"msg\":\"Success remove people 'ada lovelace' from"
                + " 'walk'\"}");
    assertThat(search(source, Images.ADA_AGAIN)).isEmpty();
    assertThat(verify("ada lovelace", source, Images.ADA_AGAIN).said()).contains(absent(source));
    assertThat(remove("ada lovelace", source).said()).isEqualTo("{" + absent(source) + "}");
  }

  @Test
  void keepsSourcesApart() {
    enrol("ada", "bank one", Images.ADA);
    assertThat(search("shop", Images.ADA)).isEmpty();
    assertThat(verify("ada", "shop", Images.ADA).body()).contains("PEOPLE_NOT_FOUND_ERROR");
    assertThat(remove("ada", "shop").body()).contains("PEOPLE_NOT_FOUND_ERROR");
    assertThat(search("bank one", Images.ADA)).hasSize(1);
  }

  @Test
  void replacesTheFaceOfAnIdThatIsEnrolledAgain() {
    enrol("ada", "again", Images.BOB);
    enrol("ada", "again", Images.ADA);
    assertThat(search("again", Images.ADA)).hasSize(1);
    assertThat(search("again", Images.BOB)).isEmpty();
  }

  @Test
  void takesIdsExactly() {
    enrol("a-1", "exact", Images.ADA);
    enrol("x a 1", "exact", Images.BOB);
    enrol("A-1", "exact", Images.BOB);
    assertThat(remove("A-1", "exact").body()).contains("SUCCESS");
    assertThat(search("exact", Images.ADA).get(0).get("people_id").textValue()).isEqualTo("a-1");
    assertThat(search("exact", Images.BOB).get(0).get("people_id").textValue()).isEqualTo("x a 1");
  }

  @Test
  void enrolsNobodyWithoutAFace() {
    Answer answer = enrol("nobody", "empty", Images.NO_FACE);
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.said()).isEqualTo("{\"status\":\"NO_FACE_ERROR\"," + NO_FACE + "}");
    assertThat(verify("nobody", "empty", Images.ADA).body()).contains("PEOPLE_NOT_FOUND_ERROR");
  }

  @Test
  void enrolsNobodyWhoShowsOnePictureTwiceForLife() {
    Answer answer =
        service.post(
            "/register-face",
            with(enrolment("copy", "life", Images.ADA), true, List.of(Images.ADA, Images.ADA)));
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.said())
        .isEqualTo("{\"status\":\"LIVENESS_FAIL\",\"msg\":\"check liveness fail\"}");
    assertThat(verify("copy", "life", Images.ADA).body()).contains("PEOPLE_NOT_FOUND_ERROR");
  }

  @Test
  void enrolsWhoShowsLife() {
    Answer answer =
        service.post(
            "/register-face",
            with(enrolment("ada", "alive", Images.ADA), true, List.of(Images.ADA_AGAIN)));
    assertThat(answer.status()).isEqualTo(200);
    assertThat(search("alive", Images.ADA)).hasSize(1);
  }

  @Test
  void wantsFramesWhereLivenessIsAsked() {
    Answer answer =
        service.post("/register-face", with(enrolment("a", "b", Images.ADA), true, List.of()));
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.said())
        .isEqualTo(
            "{\"status\":\"INPUT_ERROR\","
                + "\"msg\":\"is_live_check=true then \\\"liveness\\\" is required.\"}");
  }

  @ParameterizedTest
  @CsvSource({
    "/register-face, people_id, Missing required parameter in the JSON body",
    "/register-face, created_at, Missing required parameter in the JSON body",
    "/register-face, image, Input image: Missing required parameter in the JSON body",
    "/register-face, is_live_check, Missing required parameter in the JSON body",
    "/remove, people_id, Missing required parameter in the JSON body",
    "/search, image, Missing required parameter in the JSON body",
    "/api/v2/search, images, Missing required parameter in the JSON body",
    "/api/v3/search, images, Missing required parameter in the JSON body"
  })
  void namesAFieldThatIsMissing(String path, String field, String hint) {
    Map<String, Object> body = enrolment("a", "missing", Images.ADA);
    body.remove(field);
    Answer answer = service.post(path, body);
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.said()).isEqualTo("{\"message\":{\"%s\":\"%s\"}}".formatted(field, hint));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "a\nb", "\u0000"})
  void refusesAnIdThatIsNone(String id) {
    for (Answer answer :
        List.of(enrol(id, "bad", Images.ADA), remove(id, "bad"), verify(id, "bad", Images.ADA))) {
      assertThat(answer.status()).isEqualTo(400);
      assertThat(answer.body()).contains("INPUT_ERROR").contains("people_id");
    }
  }

  @Test
  void refusesAnIdOfMoreThan512Characters() {
    assertThat(enrol("x".repeat(513), "long", Images.ADA).status()).isEqualTo(400);
    assertThat(enrol("ä".repeat(512), "long", Images.ADA).status()).isEqualTo(200);
    assertThat(search("long", Images.ADA)).hasSize(1);
  }

  @Test
  void saysWhereItFoundNoFaceToSearch() {
    assertThat(service.post("/search", Map.of("image", Images.NO_FACE)).said())
        .isEqualTo("{\"status\":\"NO_FACE_ERROR\",\"data\":{" + NO_FACE + "}}");
  }

  @ParameterizedTest
  @CsvSource({
    "/api/v2/search, Image input was wrong format. Please check your input image.,"
        + " Can't detect face. Please update another picture",
    "/api/v3/search, Input image is None!, Not found face in image."
  })
  void searchesForManyAndLetsNoneSpoilAnother(String path, String unreadable, String noFace) {
    String source = path;
    enrol("ada", source, Images.ADA);
    enrol("bob", source + " too", Images.BOB);
    JsonNode data =
        service
            .post(
                path,
                Map.of(
                    "source",
                    source,
                    "images",
                    List.of(
                        Map.of("image_id", "1", "image", Images.ADA_AGAIN),
                        Map.of("image_id", "2", "image", "no picture"),
                        Map.of("image_id", "3", "image", Images.NO_FACE),
                        Map.of("image_id", "4", "image", Images.BOB, "source", source + " too"),
                        Map.of("image_id", "5", "image", Images.BOB),
                        Map.of("image_id", "6"))))
            .json()
            .get("data");
    assertThat(data.findValuesAsText("image_id")).containsExactly("1", "2", "3", "4", "5", "6");
    assertThat(data.get(0).at("/match_faces/0/people_id").textValue()).isEqualTo("ada");
    assertThat(data.get(1).toString())
        .isEqualTo(
            "{\"image_id\":\"2\",\"match_faces\":[],\"error\":\"%s\"}".formatted(unreadable));
    assertThat(data.get(2).get("error").textValue()).isEqualTo(noFace);
    assertThat(data.get(3).at("/match_faces/0/people_id").textValue()).isEqualTo("bob");
    assertThat(data.get(4).toString()).isEqualTo("{\"image_id\":\"5\",\"match_faces\":[]}");
    assertThat(data.get(5).get("error").textValue()).isEqualTo(unreadable);
  }

  @Test
  void refusesMoreImagesThanARequestMayHave() {
    List<Map<String, String>> items = new ArrayList<>();
    for (int i = 0; i <= 100; i++) {
      items.add(Map.of("image_id", "i" + i, "image", "x"));
    }
    Answer answer = service.post("/api/v2/search", Map.of("images", items));
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.body()).contains("INPUT_ERROR").contains("100");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/api/v2/search", "/api/v3/search"})
  void refusesTwoItemsOfOneId(String path) {
    Map<String, String> item = Map.of("image_id", "twin", "image", Images.ADA);
    Answer answer = service.post(path, Map.of("images", List.of(item, item)));
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.body()).contains("INPUT_ERROR", "image_id", "twin");
  }

  private Answer enrol(String id, String source, String image) {
    return service.post("/register-face", enrolment(id, source, image));
  }

  private static Map<String, Object> enrolment(String id, String source, String image) {
    return new HashMap<>(
        Map.of(
            "people_id", id,
            "source", source,
            "created_at", "02/01/2021 ?",
            "image", image,
            "is_live_check", false));
  }

  private static Map<String, Object> with(
      Map<String, Object> enrolment, boolean live, List<String> frames) {
    enrolment.put("is_live_check", live);
    enrolment.put("liveness", frames);
    return enrolment;
  }

  private JsonNode search(String source, String image) {
    return service.post("/search", Map.of("image", image, "source", source)).json().get("data");
  }

  private Answer verify(String id, String source, String image) {
    return service.post(
        "/face-otp",
        Map.of(
            "people_1",
            Map.of("id", id),
            "source",
            source,
            "people_2",
            image,
            "is_live_check",
            false));
  }

  private Answer remove(String id, String source) {
    return service.post("/remove", Map.of("people_id", id, "source", source));
  }

  private static String absent(String source) {
    return "\"status\":\"PEOPLE_NOT_FOUND_ERROR\",\"msg\":"
        + "\"Data doesn't exits for people 'ada lovelace' from '%s'\"".formatted(source);
  }
}
