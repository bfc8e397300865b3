package io.faceservice.inference.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.faceservice.domain.biometric.Box;
import io.faceservice.domain.biometric.Pixels;
import io.faceservice.inference.pack.InputSpec;
import io.faceservice.inference.pack.InputSpec.Channels;
import io.faceservice.inference.pack.InputSpec.Layout;
import io.faceservice.inference.tensor.Tensor;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

final class TensorLayoutTest {
  private static final Pixels PICTURE = Inputs.noise(9, 5, 1);
  private static final Box WHOLE = new Box(0, 0, 9, 5);

  private static float value(Tensor tensor, InputSpec input, int x, int y, int channel) {
    int index =
        switch (input.layout()) {
          case NCHW -> (channel * input.height() + y) * input.width() + x;
          case NHWC -> (y * input.width() + x) * input.channels().count() + channel;
        };
    return tensor.values()[index];
  }

  @ParameterizedTest
  @EnumSource(Layout.class)
  void copiesAPictureOfTheInputsOwnSizePixelByPixel(Layout layout) {
    for (Channels channels : List.of(Channels.RGB, Channels.BGR)) {
      InputSpec input = Inputs.plain(9, 5, layout, channels);
      Tensor tensor = TensorLayout.ofRegion(PICTURE, WHOLE, input);
      for (int y = 0; y < 5; y++) {
        for (int x = 0; x < 9; x++) {
          for (int c = 0; c < 3; c++) {
            int colour = channels == Channels.RGB ? c : 2 - c;
            assertThat(value(tensor, input, x, y, c)).isEqualTo(PICTURE.at(x, y, colour));
          }
        }
      }
    }
  }

  @Test
  void tellsTheShapeOfEachLayout() {
    assertThat(
            TensorLayout.ofRegion(PICTURE, WHOLE, Inputs.plain(4, 2, Layout.NCHW, Channels.RGB))
                .shape())
        .containsExactly(1, 3, 2, 4);
    assertThat(
            TensorLayout.ofRegion(PICTURE, WHOLE, Inputs.plain(4, 2, Layout.NHWC, Channels.RGB))
                .shape())
        .containsExactly(1, 2, 4, 3);
    assertThat(
            TensorLayout.ofRegion(PICTURE, WHOLE, Inputs.plain(4, 2, Layout.NCHW, Channels.GREY))
                .shape())
        .containsExactly(1, 1, 2, 4);
  }

  @Test
  void weighsColoursForGreyAsBt601Does() {
    InputSpec input = Inputs.plain(9, 5, Layout.NCHW, Channels.GREY);
    Tensor tensor = TensorLayout.ofRegion(PICTURE, WHOLE, input);
    assertThat(value(tensor, input, 3, 2, 0)).isCloseTo(PICTURE.luma(3, 2), within(1e-3f));
  }

  @Test
  void subtractsTheMeanAndDividesByTheDeviationOfEachChannel() {
    var input =
        new InputSpec(
            "in", 9, 5, Layout.NCHW, Channels.BGR, List.of(104f, 117f, 123f), List.of(1f, 2f, 4f));
    Tensor tensor = TensorLayout.ofRegion(PICTURE, WHOLE, input);

    assertThat(value(tensor, input, 4, 1, 0)).isEqualTo(PICTURE.at(4, 1, 2) - 104f);
    assertThat(value(tensor, input, 4, 1, 1)).isEqualTo((PICTURE.at(4, 1, 1) - 117f) / 2);
    assertThat(value(tensor, input, 4, 1, 2)).isEqualTo((PICTURE.at(4, 1, 0) - 123f) / 4);
  }

  @Test
  void interpolatesBetweenTheCentresOfPixels() {
    InputSpec input = Inputs.plain(40, 20, Layout.NCHW, Channels.RGB);
    Tensor tensor = TensorLayout.ofRegion(Inputs.ramp(20, 10), new Box(0, 0, 20, 10), input);

    // Twice as large: the input's pixel 11 has its centre at 5.75, which is 5.25 pixels from 0.5.
    assertThat(value(tensor, input, 11, 4, 0)).isEqualTo(5.25f);
    assertThat(value(tensor, input, 11, 4, 1)).isEqualTo(1.75f);
    assertThat(value(tensor, input, 11, 4, 2)).isEqualTo(7f);
    // Before the first centre there is nothing to interpolate with.
    assertThat(value(tensor, input, 0, 0, 0)).isEqualTo(0f);
  }

  @Test
  void averagesOverAllPixelsWhereItShrinks() {
    Pixels noise = Inputs.noise(40, 40, 3);
    InputSpec input = Inputs.plain(10, 10, Layout.NCHW, Channels.RGB);
    Tensor tensor = TensorLayout.ofRegion(noise, new Box(0, 0, 40, 40), input);

    double sum = 0;
    for (int y = 8; y < 12; y++) {
      for (int x = 20; x < 24; x++) {
        sum += noise.at(x, y, 1);
      }
    }
    assertThat((double) value(tensor, input, 5, 2, 1)).isCloseTo(sum / 16, within(1e-3));
  }

  /** The two ways to sample are one: an upright map may take either. */
  @ParameterizedTest
  @CsvSource({
    "0, 0, 64, 48",
    "3.3, 2.7, 20.1, 18.9",
    "-7.5, -4.25, 41.5, 40",
    "10.01, 5.5, 75.2, 61.4",
    "-200, -150, 200, 150",
    "70, 60, 90, 80"
  })
  void samplesUprightRegionsAsAnyOther(double x1, double y1, double x2, double y2) {
    Pixels noise = Inputs.noise(64, 48, 4);
    for (int width : List.of(5, 16, 80)) {
      InputSpec input = Inputs.plain(width, width, Layout.NCHW, Channels.RGB);
      var region = new Box(x1, y1, x2, y2);

      Tensor upright = TensorLayout.ofRegion(noise, region, input);
      Tensor any = TensorLayout.of(noise, Affine.ofRegion(region, width, width), input);

      assertThat(upright.values())
          .usingComparatorWithPrecision(0.02f)
          .containsExactly(any.values());
    }
  }

  @Test
  void changesLittleWhereTheRegionMovesLittle() {
    Pixels noise = Inputs.noise(64, 48, 5);
    InputSpec input = Inputs.plain(9, 7, Layout.NCHW, Channels.RGB);
    Tensor here = TensorLayout.ofRegion(noise, new Box(8.5, 6.5, 53.5, 41.5), input);
    Tensor there = TensorLayout.ofRegion(noise, new Box(8.5001, 6.5001, 53.5001, 41.5001), input);

    assertThat(there.values()).usingComparatorWithPrecision(0.06f).containsExactly(here.values());
  }

  @Test
  void isBlackOutsideThePicture() {
    byte[] white = new byte[4 * 4 * 3];
    Arrays.fill(white, (byte) 255);
    InputSpec input = Inputs.plain(8, 8, Layout.NCHW, Channels.RGB);
    Tensor tensor = TensorLayout.ofRegion(Pixels.ofRgb(4, 4, white), new Box(-2, -2, 6, 6), input);

    for (int y = 0; y < 8; y++) {
      for (int x = 0; x < 8; x++) {
        boolean inside = x >= 2 && x < 6 && y >= 2 && y < 6;
        assertThat(value(tensor, input, x, y, 0)).isEqualTo(inside ? 255f : 0f);
      }
    }
  }
}
