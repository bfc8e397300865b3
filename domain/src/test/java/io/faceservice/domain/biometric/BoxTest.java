package io.faceservice.domain.biometric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class BoxTest {

  @Test
  void measuresItself() {
    Box box = new Box(10, 20, 40, 60);

    assertThat(box.width()).isEqualTo(30);
    assertThat(box.height()).isEqualTo(40);
    assertThat(box.area()).isEqualTo(1200);
    assertThat(box.centre()).isEqualTo(new Point(25, 40));
  }

  @ParameterizedTest
  @CsvSource({"0,0,0,1", "0,0,1,0", "2,0,1,1", "NaN,0,1,1", "0,0,Infinity,1", "0,-Infinity,1,1"})
  void refusesNothingAndTheInfinite(double x1, double y1, double x2, double y2) {
    assertThatIllegalArgumentException().isThrownBy(() -> new Box(x1, y1, x2, y2));
  }

  @ParameterizedTest
  @CsvSource({
    "0,0,10,10, 1",
    "10,0,20,10, 0",
    "11,11,20,20, 0",
    "5,0,15,10, 0.3333333333",
    "2,2,7,6, 0.2"
  })
  void overlapsByIntersectionOverUnion(double x1, double y1, double x2, double y2, double share) {
    Box other = new Box(x1, y1, x2, y2);
    Box box = new Box(0, 0, 10, 10);

    assertThat(box.overlap(other)).isCloseTo(share, within(1e-9));
    assertThat(other.overlap(box)).isCloseTo(share, within(1e-9));
  }

  @Test
  void isCutToThePicture() {
    assertThat(new Box(-5, -5, 50, 50).within(40, 30)).isEqualTo(new Box(0, 0, 40, 30));
    assertThat(new Box(3, 4, 8, 9).within(40, 30)).isEqualTo(new Box(3, 4, 8, 9));
  }

  @Test
  void keepsOnePixelWhereItLiesOutsideThePicture() {
    assertThat(new Box(100, 100, 120, 120).within(40, 30)).isEqualTo(new Box(39, 29, 40, 30));
    assertThat(new Box(-20, -20, -10, -10).within(40, 30)).isEqualTo(new Box(0, 0, 1, 1));
  }
}
