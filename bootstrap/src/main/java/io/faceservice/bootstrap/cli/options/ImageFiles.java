package io.faceservice.bootstrap.cli.options;

import io.faceservice.bootstrap.config.StartException;
import io.faceservice.domain.biometric.FaceImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads images that are named on the command line. */
public final class ImageFiles {
  private ImageFiles() {}

  public static FaceImage read(Path file) {
    try {
      return FaceImage.of(Files.readAllBytes(file));
    } catch (IOException e) {
      throw new StartException(file + " cannot be read", e);
    }
  }
}
