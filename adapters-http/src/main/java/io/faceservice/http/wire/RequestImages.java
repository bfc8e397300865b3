package io.faceservice.http.wire;

import io.faceservice.domain.biometric.FaceImage;
import io.faceservice.domain.biometric.InvalidInputException;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;

/** Reads the images of a request, within its limits. */
@Singleton
public final class RequestImages {
  private final RequestLimits limits;

  public RequestImages(RequestLimits limits) {
    this.limits = limits;
  }

  /**
   * Decodes one image.
   *
   * @throws InvalidInputException if it is no base64, or too large
   */
  public FaceImage image(String field, String text) {
    return Base64Image.decode(field, text, limits.imageBytes());
  }

  /**
   * Decodes a list of images, not more than a request may have.
   *
   * @throws InvalidInputException if there are too many, or one is no base64 or too large
   */
  public List<FaceImage> images(String field, List<String> texts) {
    requireAtMost(field, texts.size());
    List<FaceImage> images = new ArrayList<>();
    for (String text : texts) {
      images.add(image(field, text));
    }
    return images;
  }

  /**
   * Refuses more images than a request may have.
   *
   * @throws InvalidInputException if there are more
   */
  public void requireAtMost(String field, int images) {
    if (images > limits.images()) {
      throw new InvalidInputException(
          field, "%s must have at most %d images.".formatted(field, limits.images()));
    }
  }
}
