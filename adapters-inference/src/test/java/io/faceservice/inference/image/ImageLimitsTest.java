package io.faceservice.inference.image;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ImageLimitsTest {

  @ParameterizedTest
  @CsvSource({"0, 1", "-1, 1", "1, 0", "1, -1", "1, 500000001"})
  void refuseLimitsThatNoPictureFitsOrNoArrayHolds(int maxBytes, long maxPixels) {
    assertThatIllegalArgumentException().isThrownBy(() -> new ImageLimits(maxBytes, maxPixels));
  }

  @Test
  void includeTheirLargest() {
    ImageLimits limits = new ImageLimits(10, 600);
    assertThatCode(() -> limits.requireBytes(10)).doesNotThrowAnyException();
    assertThatCode(() -> limits.requirePixels(30, 20)).doesNotThrowAnyException();
  }

  @Test
  void sayWhatIsAccepted() {
    ImageLimits limits = new ImageLimits(10, 600);
    assertThatThrownBy(() -> limits.requireBytes(11)).hasMessageContaining("at most 10");
    assertThatThrownBy(() -> limits.requirePixels(30, 21)).hasMessageContaining("at most 600");
  }

  @ParameterizedTest
  @CsvSource({"65536, 1", "1, 65536", "4294967296, 4294967296"})
  void boundEachSideToo(long width, long height) {
    assertThatThrownBy(() -> new ImageLimits(10, 500_000_000).requirePixels(width, height))
        .hasMessageContaining("65535 on a side");
  }
}
