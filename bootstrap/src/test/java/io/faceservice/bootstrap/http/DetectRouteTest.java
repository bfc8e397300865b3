package io.faceservice.bootstrap.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.faceservice.bootstrap.http.Service.Answer;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** {@code POST /face-detect}. */
final class DetectRouteTest {
  private final Service service = Service.shared();

  @Test
  void saysWhereTheFaceIs() {
    Answer answer = detect(Images.ADA);

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.said())
        .matches(
            "\\{\"status\":\"success\",\"status_code\":200,\"has_face\":true,"
                + "\"face_box\":\\[\\d+,\\d+,\\d+,\\d+],\"faces\":1}");
  }

  @Test
  void saysThatThereIsNone() {
    assertThat(detect(Images.NO_FACE).said())
        .isEqualTo("{\"status\":\"success\",\"status_code\":200,\"has_face\":false,\"faces\":0}");
  }

  @Test
  void doesNotCountAFaceOfLessThanAHundredthOfThePicture() {
    // The photo covers a 25th of the picture, and the face less than a quarter of the photo.
    String small = Images.inTheCornerOf(Images.ADA, 2400, 2400, 480);

    assertThat(detect(small).json().get("has_face").booleanValue()).isFalse();
  }

  private Answer detect(String image) {
    return service.post("/face-detect", Map.of("image", image));
  }
}
