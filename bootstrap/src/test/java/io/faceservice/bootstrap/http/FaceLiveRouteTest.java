package io.faceservice.bootstrap.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.faceservice.bootstrap.http.Service.Answer;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code POST /face-live}. */
final class FaceLiveRouteTest {
  private static final String PATH = "/face-live";
  private static final double PLAINLY = 16;

  private final Service service = Service.shared();

  @Test
  void passesATiltThatTwoFramesShow() {
    List<String> tilted =
        List.of(Images.turned(Images.BOB, PLAINLY), Images.turned(Images.BOB, PLAINLY + 3));

    Answer answer =
        service.post(
            PATH,
            Map.of(
                "image",
                Images.BOB,
                "cmds",
                List.of(
                    Map.of("action", "HEAD_TILTING_LEFT", "images", tilted),
                    Map.of("action", "HEAD_TILTING_RIGHT", "images", tilted))));

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.body())
        .startsWith(
            "{\"status\":\"SUCCESS\",\"cmds\":["
                + "{\"cmd\":\"HEAD_TILTING_LEFT\",\"pass_action\":true,\"similar\":true},"
                + "{\"cmd\":\"HEAD_TILTING_RIGHT\",\"pass_action\":false,\"similar\":true}]");
  }

  @Test
  void doesNotPassAnActionThatOneFrameShows() {
    assertThat(
            command("HEAD_TILTING_LEFT", List.of(Images.turned(Images.BOB, PLAINLY), Images.BOB))
                .body())
        .contains("\"pass_action\":false,\"similar\":true");
  }

  @Test
  void seesThatFramesShowSomebodyElse() {
    assertThat(command("MOUTH_OPEN", List.of(Images.ADA, Images.ADA_AGAIN)).body())
        .contains("\"similar\":false");
  }

  @Test
  void seesInFramesWithoutAFaceNoActionAndNobody() {
    assertThat(command("HEAD_UP", List.of(Images.NO_FACE, Images.NO_FACE)).body())
        .contains("{\"cmd\":\"HEAD_UP\",\"pass_action\":false,\"similar\":false}");
  }

  @Test
  void seesNoFaceInTheReference() {
    Answer answer =
        service.post(
            PATH,
            Map.of(
                "image",
                Images.NO_FACE,
                "cmds",
                List.of(Map.of("action", "HEAD_UP", "images", List.of(Images.BOB)))));

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.json().get("status").textValue()).isEqualTo("NO_FACE_ERROR");
  }

  @Test
  void namesAnUnknownActionAndListsTheKnownOnes() {
    Answer answer = command("STAND_ON_HEAD", List.of(Images.BOB));

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.said())
        .isEqualTo(
            "{\"status\":\"INPUT_ERROR\",\"msg\":\"Unknown action 'STAND_ON_HEAD'. Known actions:"
                + " HEAD_UP, HEAD_DOWN, HEAD_LEFT, HEAD_RIGHT, HEAD_TILTING_LEFT,"
                + " HEAD_TILTING_RIGHT, EYE_BLINK, MOUTH_OPEN.\"}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"cmds\":[]}",
        "{\"image\":\"x\"}",
        "{\"image\":\"x\",\"cmds\":[]}",
        "{\"image\":\"x\",\"cmds\":{}}",
        "{\"image\":\"x\",\"cmds\":[1]}",
        "{\"image\":\"x\",\"cmds\":[{}]}",
        "{\"image\":\"x\",\"cmds\":[{\"action\":\"HEAD_UP\"}]}",
        "{\"image\":\"x\",\"cmds\":[{\"images\":[]}]}",
        "{\"image\":\"x\",\"cmds\":[{\"action\":\"HEAD_UP\",\"images\":[]}]}",
        "{\"image\":\"x\",\"cmds\":[{\"action\":\"HEAD_UP\",\"images\":\"x\"}]}",
        "{\"image\":\"x\",\"cmds\":[{\"action\":\"HEAD_UP\",\"images\":[1]}]}",
        "{\"image\":\"x\",\"cmds\":[{\"action\":1,\"images\":[\"x\"]}]}"
      })
  void refusesCommandsThatSayTooLittle(String body) {
    Answer answer = service.postText(PATH, body);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.said())
        .matches("\\{\"message\":\\{\"[^\"]+\":\".+\"}}|\\{\"status\":\"INPUT_ERROR\".*cmds.*}");
  }

  private Answer command(String action, List<String> frames) {
    return service.post(
        PATH,
        Map.of("image", Images.BOB, "cmds", List.of(Map.of("action", action, "images", frames))));
  }
}
