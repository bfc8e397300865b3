package io.faceservice.inference.image;

import io.faceservice.domain.biometric.Pixels;
import io.faceservice.inference.pack.InputSpec;
import io.faceservice.inference.pack.InputSpec.Channels;
import io.faceservice.inference.pack.InputSpec.Layout;
import java.util.Collections;
import java.util.Random;

/** Inputs of models and pictures whose every pixel is known. */
final class Inputs {
  private Inputs() {}

  /** Reads values as they are. */
  static InputSpec plain(int width, int height, Layout layout, Channels channels) {
    int count = channels.count();
    return new InputSpec(
        "in",
        width,
        height,
        layout,
        channels,
        Collections.nCopies(count, 0f),
        Collections.nCopies(count, 1f));
  }

  static Pixels noise(int width, int height, long seed) {
    byte[] rgb = new byte[width * height * Pixels.CHANNELS];
    new Random(seed).nextBytes(rgb);
    return Pixels.ofRgb(width, height, rgb);
  }

  /** Red is x, green is y, blue is 7, everywhere. */
  static Pixels ramp(int width, int height) {
    byte[] rgb = new byte[width * height * Pixels.CHANNELS];
    for (int i = 0; i < width * height; i++) {
      rgb[3 * i] = (byte) (i % width);
      rgb[3 * i + 1] = (byte) (i / width);
      rgb[3 * i + 2] = 7;
    }
    return Pixels.ofRgb(width, height, rgb);
  }
}
