package io.faceservice.bootstrap.cli.bulk;

import io.faceservice.application.bulk.ImageContent;
import io.faceservice.domain.biometric.FaceImage;
import io.faceservice.domain.biometric.InvalidInputException;
import io.faceservice.domain.biometric.InvalidInputException.Kind;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;

/** An image in base64, with or without a {@code data:} prefix. */
final class TextImage implements ImageContent {
  private static final Pattern PREFIX =
      Pattern.compile("data:[^,]{0,200};base64,", Pattern.CASE_INSENSITIVE);

  private final String text;
  private final int maxBytes;

  TextImage(String text, int maxBytes) {
    this.text = text;
    this.maxBytes = maxBytes;
  }

  @Override
  public Optional<FaceImage> read() {
    var prefix = PREFIX.matcher(text);
    String digits = text.substring(prefix.lookingAt() ? prefix.end() : 0);
    if (digits.length() / 4L * 3 > maxBytes) {
      throw new InvalidInputException(
          Kind.TOO_LARGE, "image", "The image is larger than %d bytes.".formatted(maxBytes));
    }
    try {
      return Optional.of(FaceImage.of(Base64.getDecoder().decode(digits)));
    } catch (IllegalArgumentException e) {
      throw new InvalidInputException(Kind.UNREADABLE_IMAGE, "image", "The image is no base64.");
    }
  }

  @Override
  public String name() {
    return "in the line itself";
  }

  @Override
  public String toString() {
    return "TextImage[" + text.length() + " characters]";
  }
}
