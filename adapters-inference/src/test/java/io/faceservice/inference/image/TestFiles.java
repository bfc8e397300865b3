package io.faceservice.inference.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.faceservice.application.testkit.Pictures;
import io.faceservice.application.testkit.PngFiles;
import io.faceservice.domain.biometric.FaceImage;
import io.faceservice.domain.biometric.InvalidInputException;
import io.faceservice.domain.biometric.InvalidInputException.Kind;
import io.faceservice.domain.biometric.Pixels;

/** Files of the drawn picture, and what becomes of them. */
final class TestFiles {
  private static final ImageIoDecoder DECODER =
      new ImageIoDecoder(new ImageLimits(10_000_000, 10_000_000));

  private TestFiles() {}

  static PngFiles drawnPng() {
    return PngFiles.drawn(8, PngFiles.RGB);
  }

  static byte[] rgb(int x, int y) {
    int rgb = Pictures.rgb(x, y);
    return new byte[] {(byte) (rgb >> 16), (byte) (rgb >> 8), (byte) rgb};
  }

  static Pixels decode(byte[] file) {
    return DECODER.decode(FaceImage.of(file));
  }

  static void assertDamaged(byte[] file) {
    assertThatThrownBy(() -> decode(file))
        .isInstanceOfSatisfying(
            InvalidInputException.class,
            refusal -> assertThat(refusal.kind()).isEqualTo(Kind.UNREADABLE_IMAGE));
  }

  static void assertSame(byte[] file, byte[] other) {
    Pixels actual = decode(file);
    Pixels expected = decode(other);
    assertThat(actual).hasToString(expected.toString());
    for (int y = 0; y < expected.height(); y++) {
      for (int x = 0; x < expected.width(); x++) {
        for (int channel = 0; channel < Pixels.CHANNELS; channel++) {
          assertThat(actual.at(x, y, channel)).isEqualTo(expected.at(x, y, channel));
        }
      }
    }
  }
}
