package io.faceservice.domain.biometric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

final class FaceSelectionTest {
  private static final DetectedFace CENTRAL = face(80, 80, 40);
  private static final DetectedFace LARGER_BUT_ASIDE = face(0, 0, 60);

  @Test
  void findsNoneWhereThereIsNone() {
    assertThat(FaceSelection.of(List.of(), 200, 200)).isEqualTo(new FaceSelection.None());
  }

  @Test
  void takesTheOnlyOneHoweverSmallAndFarOut() {
    DetectedFace face = face(0, 0, 1);

    assertThat(FaceSelection.of(List.of(face), 4000, 4000)).isEqualTo(new FaceSelection.One(face));
  }

  @Test
  void prefersACentralFaceToALargerOneAside() {
    assertThat(FaceSelection.of(List.of(LARGER_BUT_ASIDE, CENTRAL), 200, 200))
        .isEqualTo(new FaceSelection.Several(CENTRAL, 2));
  }

  @Test
  void prefersTheLargerOfTwoCentralFaces() {
    DetectedFace larger = face(70, 70, 60);

    assertThat(FaceSelection.of(List.of(CENTRAL, larger), 200, 200))
        .isEqualTo(new FaceSelection.Several(larger, 2));
  }

  @Test
  void weighsAreaLessTwiceTheSquaredDistanceToTheCentre() {
    assertThat(FaceSelection.prominence(new Box(0, 0, 60, 40), 100, 80))
        .isCloseTo(2400 - 2 * (20 * 20 + 20 * 20), within(1e-9));
  }

  @Test
  void choosesTheSameInAnyOrderEvenAmongEquals() {
    DetectedFace left = face(10, 80, 40);
    DetectedFace right = face(150, 80, 40);

    assertThat(FaceSelection.of(List.of(left, right), 200, 200))
        .isEqualTo(FaceSelection.of(List.of(right, left), 200, 200))
        .isEqualTo(new FaceSelection.Several(left, 2));
  }

  private static DetectedFace face(double x, double y, double size) {
    return new DetectedFace(new Box(x, y, x + size, y + size), 0.9, List.of());
  }
}
