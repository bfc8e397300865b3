package io.faceservice.http.wire;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.faceservice.domain.biometric.InvalidInputException;
import io.faceservice.domain.biometric.InvalidInputException.Kind;
import java.util.Arrays;
import java.util.Base64;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class Base64ImageTest {
  private static final int PLENTY = 1 << 20;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "aGVsbG8=",
        "aGVsbG8",
        " aGVs\r\nbG8=\n",
        "a G\tV s b G 8 =",
        "data:image/jpeg;base64,aGVsbG8=",
        "DATA:image/PNG;Base64,aGVsbG8",
        "data:image/svg+xml;charset=utf-8;base64,aGVsbG8=",
        "data:;base64,aGVsbG8="
      })
  void readsBase64HoweverItIsWrapped(String text) {
    assertThat(Base64Image.decode("image", text, PLENTY).toArray())
        .isEqualTo("hello".getBytes(US_ASCII));
  }

  @Test
  void readsBothAlphabetsAtEveryLength() {
    byte[] bytes = new byte[257];
    new Random(7).nextBytes(bytes);
    for (int length = 1; length < bytes.length; length++) {
      byte[] image = Arrays.copyOf(bytes, length);
      assertDecodes(Base64.getEncoder().encodeToString(image), image);
      assertDecodes(Base64.getUrlEncoder().encodeToString(image), image);
      assertDecodes(Base64.getUrlEncoder().withoutPadding().encodeToString(image), image);
      assertDecodes(Base64.getMimeEncoder().encodeToString(image), image);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "   ",
        "=",
        "====",
        "a",
        "aGVsbG8===",
        "aGVs=bG8=",
        "aGVsbG8=aGVsbG8=",
        "aGVs*bG8=",
        "aGVs%2BbG8",
        "héllo",
        "データ",
        "data:image/jpeg;base64,",
        "data:image/jpeg,aGVsbG8=",
        "data:image/jpeg;base64;aGVsbG8=",
        "http://localhost/image.jpg",
        "aGVs\u0000bG8="
      })
  void refusesEverythingElse(String text) {
    assertThatExceptionOfType(InvalidInputException.class)
        .isThrownBy(() -> Base64Image.decode("people_1", text, PLENTY))
        .satisfies(e -> assertThat(e.kind()).isEqualTo(Kind.UNREADABLE_IMAGE))
        .satisfies(e -> assertThat(e.field()).isEqualTo("people_1"));
  }

  @Test
  void refusesAnImageBeyondTheLimitAndNoneWithinIt() {
    String text = Base64.getEncoder().encodeToString(new byte[3000]);

    assertDecodes(text, new byte[3000], 3000);
    assertThatExceptionOfType(InvalidInputException.class)
        .isThrownBy(() -> Base64Image.decode("image", text, 2999))
        .satisfies(e -> assertThat(e.kind()).isEqualTo(Kind.TOO_LARGE))
        .satisfies(e -> assertThat(e.problem()).isEqualTo("image is larger than 2999 bytes."));
  }

  private static void assertDecodes(String text, byte[] image) {
    assertDecodes(text, image, PLENTY);
  }

  private static void assertDecodes(String text, byte[] image, int maxBytes) {
    assertThat(Base64Image.decode("image", text, maxBytes).toArray()).isEqualTo(image);
  }
}
