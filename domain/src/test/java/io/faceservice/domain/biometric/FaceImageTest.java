package io.faceservice.domain.biometric;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;

final class FaceImageTest {

  @Test
  void refusesNoBytes() {
    assertThatExceptionOfType(InvalidInputException.class)
        .isThrownBy(() -> FaceImage.of(new byte[0]))
        .satisfies(
            e -> assertThat(e.kind()).isEqualTo(InvalidInputException.Kind.UNREADABLE_IMAGE));
  }

  @Test
  void copiesInAndOut() {
    byte[] bytes = {1, 2, 3};
    FaceImage image = FaceImage.of(bytes);
    bytes[0] = 9;
    image.toArray()[1] = 9;

    assertThat(image.toArray()).containsExactly(1, 2, 3);
    assertThat(image.size()).isEqualTo(3);
  }

  /** SHA-256 of "abc" as FIPS 180-2 gives it. */
  @Test
  void digestsBySha256() {
    assertThat(FaceImage.of("abc".getBytes(US_ASCII)).digest())
        .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  }

  @Test
  void printsItsSizeAndNeverItsContent() {
    assertThat(FaceImage.of(new byte[] {1, 2})).hasToString("FaceImage[2 bytes]");
  }
}
