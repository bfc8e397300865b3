package io.faceservice.domain.liveness;

import static org.assertj.core.api.Assertions.assertThat;

import io.faceservice.domain.biometric.Pixels;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class FrameFingerprintTest {

  @Test
  void looksLikeItself() {
    assertThat(print(1, 0, 64, 48).looksLike(print(1, 0, 64, 48))).isTrue();
  }

  @Test
  void looksLikeTheSamePictureWithTheNoiseOfAnotherEncoding() {
    assertThat(print(1, 2, 320, 240).looksLike(print(1, 0, 320, 240))).isTrue();
  }

  @Test
  void doesNotLookLikeAnotherPicture() {
    assertThat(print(1, 0, 320, 240).looksLike(print(2, 0, 320, 240))).isFalse();
  }

  @Test
  void isTakenOfPicturesSmallerThanItsGrid() {
    assertThat(print(1, 0, 1, 1).looksLike(print(1, 0, 1, 1))).isTrue();
  }

  /**
   * A picture of 40 x 40 coarse patches drawn by the seed, and every channel off by up to noise.
   */
  private static FrameFingerprint print(int seed, int noise, int width, int height) {
    int[] patches = new Random(seed).ints(1600, 40, 200).toArray();
    Random random = new Random(seed + 99L);
    byte[] rgb = new byte[width * height * Pixels.CHANNELS];
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        int patch = patches[y * 40 / height * 40 + x * 40 / width];
        for (int c = 0; c < Pixels.CHANNELS; c++) {
          int shake = noise == 0 ? 0 : random.nextInt(2 * noise + 1) - noise;
          rgb[(y * width + x) * Pixels.CHANNELS + c] = (byte) (patch + shake);
        }
      }
    }
    return FrameFingerprint.of(Pixels.ofRgb(width, height, rgb));
  }
}
