package io.faceservice.http.wire;

import io.faceservice.application.compare.Presentation;
import io.faceservice.domain.biometric.InvalidInputException;
import java.util.List;

/**
 * What an enrolment shows, its images still as text: the fields {@code image}, {@code
 * is_live_check} and {@code liveness}.
 */
public record EnrolmentImages(String image, List<String> frames) {

  /**
   * Reads them; {@code image} has been required.
   *
   * @throws InvalidInputException if liveness is asked for without frames
   */
  public static EnrolmentImages read(JsonFields fields) {
    String image = fields.requiredText("image");
    boolean asksForLiveness = fields.flag("is_live_check").orElse(false);
    List<String> frames = fields.texts("liveness");
    if (asksForLiveness && frames.isEmpty()) {
      throw new InvalidInputException(
          "liveness", "is_live_check=true then \"liveness\" is required.");
    }
    return new EnrolmentImages(image, asksForLiveness ? frames : List.of());
  }

  /**
   * Decodes them.
   *
   * @throws InvalidInputException if one is no base64 or too large, or there are too many
   */
  public Presentation decode(RequestImages images) {
    return new Presentation(images.image("image", image), images.images("liveness", frames));
  }
}
