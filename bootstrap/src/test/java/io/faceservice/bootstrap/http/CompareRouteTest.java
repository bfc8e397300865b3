package io.faceservice.bootstrap.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.faceservice.bootstrap.http.Service.Answer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code POST /check-2-face}. */
final class CompareRouteTest {
  private static final String PATH = "/check-2-face";
  private static final String NO_FACE =
      "{\"status\":\"NO_FACE_ERROR\",\"msg\":\"Can't detect face. Please update another picture\"}";
  private static final String BAD_IMAGE =
      "{\"status\":\"INPUT_ERROR\",\"msg\":\"Wrong image input format.\"}";

  private final Service service = Service.shared();

  @Test
  void matchesTwoPhotosOfOnePerson() {
    Answer answer = compare(Images.ADA, Images.ADA_AGAIN);

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.header("content-type")).startsWith("application/json");
    assertThat(answer.body())
        .startsWith(
            "{\"status\":\"SUCCESS\",\"compare_result\":\"MATCH\",\"feature_vector\":[],"
                + "\"similator_percent\":0.");
    assertThat(answer.json().get("similator_percent").doubleValue()).isBetween(0.7, 1.0);
    assertThat(answer.json().has("is_live")).isFalse();
  }

  @Test
  void doesNotMatchPhotosOfTwoPeople() {
    Answer answer = compare(Images.ADA, Images.BOB);

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.body())
        .startsWith(
            "{\"status\":\"SUCCESS\",\"compare_result\":\"DO_NOT_MATCH\","
                + "\"similator_percent\":0.");
    assertThat(answer.json().get("similator_percent").doubleValue()).isBetween(0.0, 0.7);
    assertThat(answer.fields()).doesNotContain("is_live", "feature_vector", "liveness");
  }

  @Test
  void addsWhatWasFoundInEachImage() {
    var answer = compare(Images.GROUP, Images.ADA).json();

    assertThat(answer.get("model").textValue()).isEqualTo("faceplugin-0.0.1");
    assertThat(answer.get("threshold").doubleValue()).isEqualTo(0.7);
    assertThat(answer.get("faces").get("people_1").intValue()).isEqualTo(3);
    assertThat(answer.get("faces").get("people_2").intValue()).isEqualTo(1);
    assertThat(answer.get("box").get("people_1")).hasSize(4).allMatch(v -> v.isInt());
  }

  @Test
  void givesTheSameScoreBothWaysRoundAndForTheSamePhotoOne() {
    assertThat(score(Images.ADA, Images.ADA_AGAIN))
        .isCloseTo(score(Images.ADA_AGAIN, Images.ADA), within(1e-9));
    assertThat(score(Images.ADA, Images.ADA)).isCloseTo(1, within(1e-6));
  }

  @Test
  void readsImagesWithAndWithoutPrefix() {
    assertThat(score("data:image/jpeg;base64," + Images.ADA, Images.ADA_AGAIN))
        .isEqualTo(score(Images.ADA, Images.ADA_AGAIN));
  }

  @Test
  void seesNoFaceInAnyOneOfTheImages() {
    List<Answer> answers =
        List.of(
            compare(Images.NO_FACE, Images.ADA),
            compare(Images.ADA, Images.NO_FACE),
            compare(Images.ADA, Images.ADA_AGAIN, List.of(Images.ADA, Images.NO_FACE)));

    assertThat(answers).allSatisfy(answer -> assertSaid(answer, 200, NO_FACE));
  }

  @Test
  void refusesAnImageThatCannotBeDecodedWhateverTheOthersShow() {
    String text = Images.base64(Images.svg());

    List<Answer> answers =
        List.of(
            compare(text, Images.ADA),
            compare(Images.ADA, text),
            compare(Images.NO_FACE, text),
            compare("", Images.ADA),
            compare("*", Images.ADA),
            compare(Images.ADA, Images.NO_FACE, List.of(text)));

    assertThat(answers).allSatisfy(answer -> assertSaid(answer, 400, BAD_IMAGE));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "people_1|Required image: base64 of image (Missing required parameter in the JSON body)",
        "people_2|Required image: base64 of image (Missing required parameter in the JSON body)",
        "is_live_check|Required variable: true/false (Missing required parameter in the JSON body)"
      })
  void namesTheFieldThatIsMissing(String field, String hint) {
    Map<String, Object> body = new HashMap<>(body("x", "x"));
    body.remove(field);
    String said = "{\"message\":{\"%s\":\"%s\"}}".formatted(field, hint);

    assertSaid(service.post(PATH, body), 400, said);
    body.put(field, null);
    assertSaid(service.post(PATH, body), 400, said);
  }

  @Test
  void reportsWhatIsMissingBeforeWhatIsWrong() {
    assertThat(service.postText(PATH, "{\"people_1\":1}").said())
        .startsWith("{\"message\":{\"people_2\":");
    assertThat(service.postText(PATH, "{\"people_1\":1,\"people_2\":\"*\",\"is_live_check\":1}"))
        .satisfies(
            answer ->
                assertSaid(
                    answer,
                    400,
                    "{\"status\":\"INPUT_ERROR\",\"msg\":\"people_1 must be a string.\"}"));
  }

  @Test
  void doesNotTakeTheWordFalseForFalse() {
    Map<String, Object> body = new HashMap<>(body(Images.ADA, Images.ADA));
    body.put("is_live_check", "false");

    assertSaid(
        service.post(PATH, body),
        400,
        "{\"status\":\"INPUT_ERROR\",\"msg\":\"is_live_check must be a boolean (true or false).\"}");
  }

  private double score(String one, String other) {
    return compare(one, other).json().get("similator_percent").doubleValue();
  }

  private Answer compare(String one, String other) {
    return service.post(PATH, body(one, other));
  }

  private Answer compare(String one, String other, List<String> frames) {
    return service.post(
        PATH,
        Map.of(
            "people_1",
            one,
            "people_2",
            other,
            "is_live_check",
            true,
            "people_2_liveness",
            frames));
  }

  private static Map<String, Object> body(String one, String other) {
    return Map.of("people_1", one, "people_2", other, "is_live_check", false);
  }

  private static void assertSaid(Answer answer, int status, String body) {
    assertThat(answer.said()).isEqualTo(body);
    assertThat(answer.status()).isEqualTo(status);
  }
}
