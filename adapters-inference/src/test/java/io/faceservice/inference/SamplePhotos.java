package io.faceservice.inference;

import io.faceservice.application.port.ImageDecoder;
import io.faceservice.domain.biometric.FaceImage;
import io.faceservice.domain.biometric.Pixels;
import io.faceservice.inference.image.ImageIoDecoder;
import io.faceservice.inference.image.ImageLimits;
import io.faceservice.inference.install.PackStore;
import io.faceservice.inference.install.SampleSet;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Photos of real people for tests: in the user's cache, and installed there when missing. */
public final class SamplePhotos {
  private static final SampleSet SET = SampleSet.bundled();
  private static final PackStore STORE = PackStore.ofUser();
  private static final ImageDecoder DECODER =
      new ImageIoDecoder(new ImageLimits(1 << 20, 4_000_000));

  private SamplePhotos() {}

  /** The JPEG of one person, for instance {@code person-a-1}. */
  public static byte[] portrait(String name) {
    return bytes(SET.portrait(installed(), name));
  }

  /** The JPEG of a group, for instance {@code sample1.jpg}. */
  public static byte[] photo(String name) {
    return bytes(SET.photo(installed(), name));
  }

  /** The decoded picture of one person. */
  public static Pixels portraitPixels(String name) {
    return DECODER.decode(FaceImage.of(portrait(name)));
  }

  /** The decoded picture of a group. */
  public static Pixels photoPixels(String name) {
    return DECODER.decode(FaceImage.of(photo(name)));
  }

  private static synchronized PackStore installed() {
    SET.install(STORE);
    return STORE;
  }

  private static byte[] bytes(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
