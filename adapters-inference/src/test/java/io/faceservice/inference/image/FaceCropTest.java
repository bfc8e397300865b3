package io.faceservice.inference.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.faceservice.domain.biometric.Box;
import io.faceservice.domain.biometric.Pixels;
import io.faceservice.inference.pack.Crop;
import io.faceservice.inference.pack.Crop.Edge;
import io.faceservice.inference.pack.Crop.Shape;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class FaceCropTest {
  private static final Pixels PICTURE = Pixels.ofRgb(200, 100, new byte[200 * 100 * 3]);
  private static final Box BOX = new Box(80, 30, 100, 60);

  private static void assertBox(Box box, double x1, double y1, double x2, double y2) {
    assertThat(box.x1()).isCloseTo(x1, within(1e-9));
    assertThat(box.y1()).isCloseTo(y1, within(1e-9));
    assertThat(box.x2()).isCloseTo(x2, within(1e-9));
    assertThat(box.y2()).isCloseTo(y2, within(1e-9));
  }

  @Test
  void takesEachShapeAboutTheBoxsCentre() {
    assertBox(FaceCrop.of(PICTURE, BOX, new Crop(Shape.BOX, 1, Edge.PAD)), 80, 30, 100, 60);
    assertBox(
        FaceCrop.of(PICTURE, BOX, new Crop(Shape.SQUARE_OF_HEIGHT, 1, Edge.PAD)), 75, 30, 105, 60);
    assertBox(
        FaceCrop.of(PICTURE, BOX, new Crop(Shape.SQUARE_OF_LONGER_SIDE, 1.5, Edge.PAD)),
        67.5,
        22.5,
        112.5,
        67.5);
    Box wide = new Box(80, 30, 120, 50);
    assertBox(
        FaceCrop.of(PICTURE, wide, new Crop(Shape.SQUARE_OF_LONGER_SIDE, 1, Edge.PAD)),
        80,
        20,
        120,
        60);
    assertBox(
        FaceCrop.of(PICTURE, wide, new Crop(Shape.SQUARE_OF_HEIGHT, 1, Edge.PAD)), 90, 30, 110, 50);
  }

  @Test
  void leavesPaddedCropsOutsideAndCutsClippedOnes() {
    Box corner = new Box(-10, -10, 30, 30);
    assertBox(FaceCrop.of(PICTURE, corner, new Crop(Shape.BOX, 1, Edge.PAD)), -10, -10, 30, 30);
    assertBox(FaceCrop.of(PICTURE, corner, new Crop(Shape.BOX, 1, Edge.CLIP)), 0, 0, 30, 30);
  }

  @Test
  void shiftsACropThatFitsIntoThePicture() {
    Box right = new Box(180, 40, 200, 60);
    // Three times as large: 60 x 60 about (190, 50), moved left by 20.
    assertBox(FaceCrop.of(PICTURE, right, new Crop(Shape.BOX, 3, Edge.SHIFT)), 140, 20, 200, 80);
    Box top = new Box(10, 0, 30, 20);
    assertBox(FaceCrop.of(PICTURE, top, new Crop(Shape.BOX, 3, Edge.SHIFT)), 0, 0, 60, 60);
  }

  @Test
  void shrinksACropThatDoesNotFitAsMiniFasNetsDoes() {
    // Silent-Face-Anti-Spoofing's generate_patches.py: min((h − 1) / box_h, (w − 1) / box_w,
    // scale).
    Box tall = new Box(90, 20, 110, 80);
    double scale = 99.0 / 60;
    assertBox(
        FaceCrop.of(PICTURE, tall, new Crop(Shape.BOX, 2.7, Edge.SHIFT)),
        100 - 10 * scale,
        50 - 30 * scale,
        100 + 10 * scale,
        50 + 30 * scale);
  }

  @Test
  void keepsShiftedAndClippedCropsOnThePicture() {
    Random random = new Random(9);
    for (int i = 0; i < 1000; i++) {
      double x = random.nextDouble(-30, 190);
      double y = random.nextDouble(-30, 90);
      Box box = new Box(x, y, x + random.nextDouble(5, 150), y + random.nextDouble(5, 150));
      for (Edge edge : new Edge[] {Edge.SHIFT, Edge.CLIP}) {
        Box crop = FaceCrop.of(PICTURE, box, new Crop(Shape.BOX, random.nextDouble(0.5, 4), edge));
        assertThat(crop.x1()).isGreaterThanOrEqualTo(0);
        assertThat(crop.y1()).isGreaterThanOrEqualTo(0);
        assertThat(crop.x2()).isLessThanOrEqualTo(200);
        assertThat(crop.y2()).isLessThanOrEqualTo(100);
      }
    }
  }
}
