package io.faceservice.inference.tfserving;

import io.faceservice.domain.biometric.Pixels;
import io.faceservice.inference.SamplePhotos;
import java.util.ArrayList;
import java.util.List;

/** The sample portraits as they are, cropped, and scaled: many pairs of few photos. */
final class CroppedPortraits {
  private static final List<String> NAMES =
      List.of(
          "person-a-1",
          "person-a-2",
          "person-b-1",
          "person-c-1",
          "person-d-1",
          "person-e-1",
          "person-f-1",
          "person-g-1",
          "person-h-1");

  private CroppedPortraits() {}

  static List<Pixels> all() {
    List<Pixels> all = new ArrayList<>();
    for (String name : NAMES) {
      Pixels whole = SamplePhotos.portraitPixels(name);
      all.add(whole);
      all.add(part(whole, 0.05, 1));
      all.add(part(whole, 0.02, 0.6));
    }
    return all;
  }

  /** Without that share of each edge, at that scale. */
  private static Pixels part(Pixels whole, double edge, double scale) {
    int left = (int) (whole.width() * edge);
    int top = (int) (whole.height() * edge);
    int width = (int) ((whole.width() - 2 * left) * scale);
    int height = (int) ((whole.height() - 2 * top) * scale);
    byte[] rgb = new byte[width * height * Pixels.CHANNELS];
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        for (int channel = 0; channel < Pixels.CHANNELS; channel++) {
          rgb[(y * width + x) * Pixels.CHANNELS + channel] =
              (byte) whole.at(left + (int) (x / scale), top + (int) (y / scale), channel);
        }
      }
    }
    return Pixels.ofRgb(width, height, rgb);
  }
}
