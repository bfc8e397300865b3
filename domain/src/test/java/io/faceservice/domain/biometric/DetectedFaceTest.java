package io.faceservice.domain.biometric;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNoException;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class DetectedFaceTest {
  private static final Box BOX = new Box(0, 0, 1, 1);

  @ParameterizedTest
  @ValueSource(doubles = {-0.01, 1.01, Double.NaN})
  void refusesAConfidenceOutsideZeroToOne(double confidence) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new DetectedFace(BOX, confidence, List.of()));
  }

  @Test
  void hasFiveKeypointsOrNone() {
    Point point = new Point(0, 0);

    assertThatNoException().isThrownBy(() -> new DetectedFace(BOX, 1, List.of()));
    assertThatNoException()
        .isThrownBy(() -> new DetectedFace(BOX, 1, Collections.nCopies(5, point)));
    assertThatIllegalArgumentException().isThrownBy(() -> new DetectedFace(BOX, 1, List.of(point)));
  }
}
