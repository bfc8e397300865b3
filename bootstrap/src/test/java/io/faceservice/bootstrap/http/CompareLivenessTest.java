package io.faceservice.bootstrap.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.faceservice.bootstrap.http.Service.Answer;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** {@code POST /check-2-face} where liveness is asked. */
final class CompareLivenessTest {
  private static final String PATH = "/check-2-face";

  private final Service service = Service.shared();

  @Test
  void saysOfTwoPeopleNothingAboutLivenessEvenWhenAsked() {
    Answer answer = compare(Images.ADA, Images.BOB, List.of(Images.ADA));

    assertThat(answer.json().get("compare_result").textValue()).isEqualTo("DO_NOT_MATCH");
    assertThat(answer.fields()).doesNotContain("is_live", "feature_vector", "liveness");
  }

  @Test
  void findsTheSamePersonLiveWhereFramesDifferAndPass() {
    Answer answer =
        compare(
            Images.ADA,
            Images.ADA_AGAIN,
            List.of(Images.ADA, Images.ADA_AGAIN, Images.turned(Images.ADA, 5)));

    assertThat(answer.fields())
        .startsWith("status", "compare_result", "feature_vector", "similator_percent", "is_live");
    assertThat(answer.json().get("is_live").booleanValue()).isTrue();
    assertThat(answer.json().get("liveness").get("frames")).hasSize(3);
    assertThat(answer.json().get("liveness").get("frames").get(0).get("pad_score").doubleValue())
        .isBetween(0.5, 1.0);
  }

  @Test
  void doesNotFindCopiesOfOnePictureLive() {
    Answer same = compare(Images.ADA, Images.ADA_AGAIN, List.of(Images.ADA, Images.ADA));
    Answer recoded =
        compare(Images.ADA, Images.ADA_AGAIN, List.of(Images.ADA, Images.reencoded(Images.ADA)));

    assertThat(same.json().get("is_live").booleanValue()).isFalse();
    assertThat(recoded.json().get("is_live").booleanValue()).isFalse();
  }

  @Test
  void doesNotFindFramesOfSomebodyElseLive() {
    Answer answer = compare(Images.ADA, Images.ADA_AGAIN, List.of(Images.BOB));

    assertThat(answer.json().get("compare_result").textValue()).isEqualTo("MATCH");
    assertThat(answer.json().get("is_live").booleanValue()).isFalse();
  }

  @Test
  void doesNotLookAtFramesWhenLivenessIsNotAsked() {
    Map<String, Object> body = new HashMap<>(without(Images.ADA, Images.ADA_AGAIN));
    body.put("people_2_liveness", List.of("*"));

    assertThat(service.post(PATH, body).json().get("compare_result").textValue())
        .isEqualTo("MATCH");
  }

  @Test
  void refusesToJudgeLivenessWithoutFrames() {
    Map<String, Object> body = new HashMap<>(without("*", "*"));
    body.put("is_live_check", true);
    Answer missing = service.post(PATH, body);
    body.put("people_2_liveness", List.of());
    Answer empty = service.post(PATH, body);

    String said =
        "{\"status\":\"INPUT_ERROR\",\"msg\":"
            + "\"is_live_check=true then people_2_liveness is required.\"}";
    assertSaid(missing, 400, said);
    assertSaid(empty, 400, said);
  }

  @Test
  void refusesMoreFramesThanARequestMayHave() {
    Answer answer = compare(Images.ADA, Images.ADA, Collections.nCopies(101, Images.NO_FACE));

    assertSaid(
        answer,
        400,
        "{\"status\":\"INPUT_ERROR\",\"msg\":\"people_2_liveness must have at most 100 images.\"}");
  }

  private Answer compare(String one, String other, List<String> frames) {
    Map<String, Object> body = new HashMap<>(without(one, other));
    body.put("is_live_check", true);
    body.put("people_2_liveness", frames);
    return service.post(PATH, body);
  }

  private static Map<String, Object> without(String one, String other) {
    return Map.of("people_1", one, "people_2", other, "is_live_check", false);
  }

  private static void assertSaid(Answer answer, int status, String body) {
    assertThat(answer.said()).isEqualTo(body);
    assertThat(answer.status()).isEqualTo(status);
  }
}
