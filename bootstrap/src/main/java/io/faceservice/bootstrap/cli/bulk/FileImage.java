package io.faceservice.bootstrap.cli.bulk;

import io.faceservice.application.bulk.ImageContent;
import io.faceservice.domain.biometric.FaceImage;
import io.faceservice.domain.biometric.InvalidInputException;
import io.faceservice.domain.biometric.InvalidInputException.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * An image in a file.
 *
 * @param folder where a relative path starts
 * @param name the path as the input has it
 */
record FileImage(Path folder, String name, int maxBytes) implements ImageContent {

  @Override
  public Optional<FaceImage> read() {
    try {
      Path file = folder.resolve(name);
      if (!Files.isRegularFile(file)) {
        return Optional.empty();
      }
      if (Files.size(file) > maxBytes) {
        throw new InvalidInputException(
            Kind.TOO_LARGE, "image", "The image is larger than %d bytes.".formatted(maxBytes));
      }
      return Optional.of(FaceImage.of(Files.readAllBytes(file)));
    } catch (InvalidPathException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw new InvalidInputException(
          Kind.UNREADABLE_IMAGE, "image", "The image file %s cannot be read.".formatted(name));
    }
  }
}
