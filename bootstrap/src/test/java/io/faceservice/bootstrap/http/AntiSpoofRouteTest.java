package io.faceservice.bootstrap.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.faceservice.bootstrap.http.Service.Answer;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** {@code POST /api/v1/anti-spoof}. */
final class AntiSpoofRouteTest {
  private final Service service = Service.shared();

  @Test
  void passesAPhotoTakenOfAPerson() {
    Answer answer = detect(Images.ADA);

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.body()).startsWith("{\"status\":\"SUCCESS\",\"fake_prob\":");
    assertThat(answer.fields()).startsWith("status", "fake_prob", "is_fake");
    assertThat(answer.json().get("fake_prob").doubleValue()).isBetween(0.0, 50.0);
    assertThat(answer.json().get("is_fake").booleanValue()).isFalse();
  }

  @Test
  void givesPercentWithFiveDecimals() {
    String percent = detect(Images.ADA).json().get("fake_prob").asText();

    assertThat(percent.substring(percent.indexOf('.') + 1)).hasSizeLessThanOrEqualTo(5);
  }

  @Test
  void seesNoFaceToCheck() {
    Answer answer = detect(Images.NO_FACE);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.said())
        .isEqualTo("{\"status\":\"NO_FACE_ERROR\",\"msg\":\"Not found face to check\"}");
  }

  private Answer detect(String image) {
    return service.post("/api/v1/anti-spoof", Map.of("image", image));
  }
}
