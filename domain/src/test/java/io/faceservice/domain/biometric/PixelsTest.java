package io.faceservice.domain.biometric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

final class PixelsTest {

  @Test
  void holdsRedGreenAndBlueRowByRow() {
    Pixels pixels = Pixels.ofRgb(2, 1, new byte[] {1, 2, 3, (byte) 255, 5, 6});

    assertThat(pixels.at(0, 0, 2)).isEqualTo(3);
    assertThat(pixels.at(1, 0, 0)).isEqualTo(255);
  }

  @Test
  void packsAPixelIntoOneNumber() {
    Pixels pixels = Pixels.ofRgb(2, 1, new byte[] {1, 2, 3, (byte) 255, 5, (byte) 254});

    assertThat(pixels.rgb(0, 0)).isEqualTo(0x010203);
    assertThat(pixels.rgb(1, 0)).isEqualTo(0xFF05FE);
  }

  @Test
  void copiesAPartOfARow() {
    Pixels pixels = Pixels.ofRgb(2, 2, new byte[] {0, 0, 0, 0, 0, 0, 1, 2, 3, 4, 5, 6});
    byte[] one = new byte[3];

    pixels.copyRow(1, 1, one);

    assertThat(one).containsExactly(4, 5, 6);
  }

  @Test
  void refusesAnotherNumberOfBytes() {
    assertThatIllegalArgumentException().isThrownBy(() -> Pixels.ofRgb(2, 2, new byte[11]));
    assertThatIllegalArgumentException().isThrownBy(() -> Pixels.ofRgb(0, 2, new byte[0]));
  }

  @Test
  void weighsLumaByBt601() {
    Pixels pixels = Pixels.ofRgb(1, 1, new byte[] {100, 50, (byte) 200});

    assertThat(pixels.luma(0, 0))
        .isCloseTo(0.299f * 100 + 0.587f * 50 + 0.114f * 200, within(1e-4f));
  }

  @Test
  void printsItsSizeAndNeverItsContent() {
    assertThat(Pixels.ofRgb(1, 1, new byte[3])).hasToString("Pixels[1x1]");
  }
}
