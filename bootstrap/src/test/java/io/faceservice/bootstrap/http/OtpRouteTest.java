package io.faceservice.bootstrap.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.faceservice.bootstrap.http.Service.Answer;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code POST /face-otp}. */
final class OtpRouteTest {
  private static final String PATH = "/face-otp";

  private final Service service = Service.shared();

  @Test
  void verifiesAgainstAnImage() {
    assertThat(verify(Map.of("image", Images.ADA), Images.ADA_AGAIN).body())
        .startsWith(
            "{\"status\":\"SUCCESS\",\"compare_result\":\"MATCH\",\"feature_vector\":[],"
                + "\"similator_percent\":0.");
    assertThat(verify(Map.of("image", Images.ADA), Images.BOB).body())
        .startsWith(
            "{\"status\":\"SUCCESS\",\"compare_result\":\"DO_NOT_MATCH\","
                + "\"similator_percent\":0.");
  }

  @Test
  void judgesLivenessWhenAsked() {
    Answer answer =
        service.post(
            PATH,
            Map.of(
                "people_1",
                Map.of("image", Images.ADA),
                "people_2",
                Images.ADA_AGAIN,
                "is_live_check",
                true,
                "people_2_liveness",
                List.of(Images.ADA, Images.ADA_AGAIN)));

    assertThat(answer.json().get("is_live").booleanValue()).isTrue();
  }

  @Test
  void knowsNobodyWhoIsNotEnrolled() {
    assertSaid(
        verify(Map.of("id", "A-1 ä"), Images.ADA),
        200,
        "{\"status\":\"PEOPLE_NOT_FOUND_ERROR\",\"msg\":"
            + "\"Data doesn't exits for people 'A-1 ä' from 'default'\"}");
    assertSaid(
        service.post(
            PATH,
            Map.of(
                "people_1",
                Map.of("id", "ada"),
                "source",
                "bank",
                "people_2",
                Images.ADA,
                "is_live_check",
                false)),
        200,
        "{\"status\":\"PEOPLE_NOT_FOUND_ERROR\",\"msg\":"
            + "\"Data doesn't exits for people 'ada' from 'bank'\"}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"id\":null}",
        "{\"id\":null,\"image\":null}",
        "{\"id\":\"ada\",\"image\":\"x\"}",
        "{\"id\":\"\",\"image\":\"\"}",
        "{\"face\":\"x\"}"
      })
  void wantsExactlyOneOfIdAndImage(String claim) {
    assertSaid(
        service.postText(
            PATH, "{\"people_1\":%s,\"people_2\":\"x\",\"is_live_check\":false}".formatted(claim)),
        400,
        "{\"status\":\"INPUT_ERROR\",\"msg\":\"image or id required in people_1\"}");
  }

  @Test
  void seesNoFaceInEitherImage() {
    String noFace =
        "{\"status\":\"NO_FACE_ERROR\","
            + "\"msg\":\"Can't detect face. Please update another picture\"}";

    assertSaid(verify(Map.of("image", Images.NO_FACE), Images.ADA), 200, noFace);
    assertSaid(verify(Map.of("image", Images.ADA), Images.NO_FACE), 200, noFace);
  }

  @Test
  void refusesAnImageThatCannotBeDecoded() {
    String badImage = "{\"status\":\"INPUT_ERROR\",\"msg\":\"Wrong image input format.\"}";

    assertSaid(verify(Map.of("image", "*"), Images.ADA), 400, badImage);
    assertSaid(verify(Map.of("image", Images.ADA), "*"), 400, badImage);
    assertSaid(verify(Map.of("id", "ada"), "*"), 400, badImage);
  }

  @Test
  void namesTheFieldThatIsMissingOrWrong() {
    assertThat(service.postText(PATH, "{\"people_2\":\"x\",\"is_live_check\":false}").said())
        .isEqualTo(
            "{\"message\":{\"people_1\":\"Required image: base64 of image"
                + " (Missing required parameter in the JSON body)\"}}");
    assertThat(verify("x", "x").said())
        .isEqualTo("{\"status\":\"INPUT_ERROR\",\"msg\":\"people_1 must be an object.\"}");
    assertThat(verify(Map.of("id", 7), "x").said())
        .isEqualTo("{\"status\":\"INPUT_ERROR\",\"msg\":\"people_1.id must be a string.\"}");
    assertThat(verify(Map.of("id", " "), Images.ADA).status()).isEqualTo(400);
  }

  private Answer verify(Object claim, String probe) {
    return service.post(PATH, Map.of("people_1", claim, "people_2", probe, "is_live_check", false));
  }

  private static void assertSaid(Answer answer, int status, String body) {
    assertThat(answer.said()).isEqualTo(body);
    assertThat(answer.status()).isEqualTo(status);
  }
}
