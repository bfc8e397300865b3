package io.faceservice.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.faceservice.domain.biometric.Box;
import io.faceservice.inference.install.Catalogue;
import io.faceservice.inference.pack.DetectorRole;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class DetectorViewsTest {
  private static final DetectorRole STRETCHED = Catalogue.pack("faceplugin").detector();
  private static final DetectorRole LETTERBOXED = Catalogue.pack("buffalo_l").detector();

  record Size(DetectorRole role, int width, int height) {
    DetectorViews views() {
      return new DetectorViews(role, width, height);
    }

    @Override
    public String toString() {
      return role.file() + " " + width + "x" + height;
    }
  }

  static Stream<Size> sizes() {
    return Stream.of(STRETCHED, LETTERBOXED)
        .flatMap(
            role ->
                Stream.of(
                    new Size(role, 250, 250),
                    new Size(role, 640, 480),
                    new Size(role, 1920, 1280),
                    new Size(role, 3000, 4000),
                    new Size(role, 5000, 300),
                    new Size(role, 1, 1)));
  }

  @ParameterizedTest
  @MethodSource("sizes")
  void seesTheWholePictureFirst(Size size) {
    Box whole = size.views().whole();
    assertThat(whole.x1()).isZero();
    assertThat(whole.y1()).isZero();
    assertThat(whole.x2()).isGreaterThanOrEqualTo(size.width() - 1e-9);
    assertThat(whole.y2()).isGreaterThanOrEqualTo(size.height() - 1e-9);
  }

  @Test
  void keepsProportionsWhereThePackSaysLetterbox() {
    Box whole = new DetectorViews(LETTERBOXED, 1280, 640).whole();
    assertThat(whole).isEqualTo(new Box(0, 0, 1280, 1280));
  }

  @ParameterizedTest
  @MethodSource("sizes")
  void coversThePictureWithTilesOnEveryLevel(Size size) {
    for (int level = 1; level <= size.views().levels(); level++) {
      List<Box> tiles = size.views().tiles(level);
      for (int row = 0; row <= 20; row++) {
        for (int column = 0; column <= 20; column++) {
          double x = size.width() * column / 20.0;
          double y = size.height() * row / 20.0;
          assertThat(tiles)
              .as("level %d at %s, %s", level, x, y)
              .anyMatch(
                  tile ->
                      tile.x1() <= x + 1e-6
                          && x <= tile.x2() + 1e-6
                          && tile.y1() <= y + 1e-6
                          && y <= tile.y2() + 1e-6);
        }
      }
    }
  }

  @ParameterizedTest
  @MethodSource("sizes")
  void halvesTheTilesFromLevelToLevelInTheInputsProportions(Size size) {
    double proportion = size.role().input().width() / (double) size.role().input().height();
    for (int level = 1; level <= size.views().levels(); level++) {
      Box tile = size.views().tiles(level).getFirst();
      assertThat(tile.width() / tile.height()).isCloseTo(proportion, within(1e-9));
      assertThat(size.views().tiles(level + 1).getFirst().width() * 2)
          .isCloseTo(tile.width(), within(1e-9));
    }
  }

  @ParameterizedTest
  @MethodSource("sizes")
  void goesDownUntilAFaceOfFortyPixelsIsLargeEnoughAndNoFurther(Size size) {
    int levels = size.views().levels();
    assertThat(smallest(size, levels)).isLessThanOrEqualTo(40);
    if (levels > 0) {
      assertThat(smallest(size, levels - 1)).isGreaterThan(40);
    }
  }

  /** The least height of a face that is found for sure on that level, in pixels of the picture. */
  private static double smallest(Size size, int level) {
    double across = size.views().tiles(level).getFirst().width() / size.role().input().width();
    return across * size.role().smallestFace();
  }

  @ParameterizedTest
  @MethodSource("sizes")
  void showsEveryFaceWholeThatTheLevelBeforeMayHaveMissed(Size size) {
    DetectorViews views = size.views();
    for (int level = 1; level <= views.levels(); level++) {
      double side = Math.min(smallest(size, level - 1), Math.min(size.width(), size.height()));
      List<Box> tiles = views.tiles(level);
      for (int i = 0; i <= 30; i++) {
        double x = (size.width() - side) * i / 30;
        double y = (size.height() - side) * ((i * 7) % 31) / 30;
        Box face = new Box(x, y, x + side, y + side);
        assertThat(tiles).as("%s on level %d", face, level).anyMatch(t -> contains(t, face));
      }
    }
  }

  private static boolean contains(Box tile, Box face) {
    return tile.x1() <= face.x1() + 1e-6
        && tile.y1() <= face.y1() + 1e-6
        && tile.x2() >= face.x2() - 1e-6
        && tile.y2() >= face.y2() - 1e-6;
  }

  @Test
  void believesAFaceThatATileCutsOnlyAtThePicturesOwnEdge() {
    var views = new DetectorViews(STRETCHED, 1920, 1280);
    Box corner = new Box(0, 0, 960, 720);
    Box inner = new Box(960, 560, 1920, 1280);

    assertThat(views.belongs(new Box(-5, 40, 80, 140), corner)).isTrue();
    assertThat(views.belongs(new Box(900, 40, 965, 140), corner)).isFalse();
    assertThat(views.belongs(new Box(955, 600, 1050, 700), inner)).isFalse();
    assertThat(views.belongs(new Box(1850, 1200, 1930, 1290), inner)).isTrue();
  }
}
