package io.faceservice.inference.decode;

import static org.assertj.core.api.Assertions.assertThat;

import io.faceservice.domain.biometric.Box;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class NonMaximumSuppressionTest {

  private static RawFace face(double x, double confidence) {
    return new RawFace(new Box(x, 0, x + 10, 10), confidence, List.of());
  }

  @Test
  void keepsTheMostConfidentOfBoxesThatOverlap() {
    // Apart by 3 of 10: 7 shared of 13, an overlap of 0.54.
    assertThat(NonMaximumSuppression.keep(List.of(face(3, 0.7), face(0, 0.9)), 0.5))
        .containsExactly(face(0, 0.9));
  }

  @Test
  void keepsBothWhereTheyOverlapNoMoreThanAllowed() {
    // Exactly one third: 5 shared of 15.
    assertThat(NonMaximumSuppression.keep(List.of(face(5, 0.7), face(0, 0.9)), 1.0 / 3))
        .containsExactly(face(0, 0.9), face(5, 0.7));
  }

  @Test
  void doesNotLetASuppressedBoxSuppressOthers() {
    assertThat(NonMaximumSuppression.keep(List.of(face(0, 0.9), face(4, 0.8), face(8, 0.7)), 0.3))
        .containsExactly(face(0, 0.9), face(8, 0.7));
  }

  @Test
  void givesTheSameInAnyOrder() {
    List<RawFace> faces = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      faces.add(face(i * 2.5, 0.5 + 0.01 * ((i * 7) % 40)));
    }
    List<RawFace> kept = NonMaximumSuppression.keep(faces, 0.4);
    Collections.shuffle(faces, new Random(1));

    assertThat(NonMaximumSuppression.keep(faces, 0.4)).isEqualTo(kept);
    assertThat(kept).hasSizeBetween(10, 30);
  }
}
