package io.faceservice.http.compat;

import io.faceservice.application.compare.Presentation;
import io.faceservice.domain.biometric.InvalidInputException;
import io.faceservice.http.wire.JsonFields;
import io.faceservice.http.wire.RequestImages;
import java.util.List;

/** What {@code /check-2-face} and {@code /face-otp} share: the probe and its frames, as sent. */
record PresentationFields(String people2, List<String> people2Liveness) {

  static PresentationFields read(JsonFields fields) {
    String probe = fields.requiredText("people_2");
    boolean asksForLiveness = fields.requiredFlag("is_live_check");
    List<String> frames = fields.texts("people_2_liveness");
    if (asksForLiveness && frames.isEmpty()) {
      throw new InvalidInputException(
          "people_2_liveness", "is_live_check=true then people_2_liveness is required.");
    }
    return new PresentationFields(probe, asksForLiveness ? frames : List.of());
  }

  Presentation decode(RequestImages images) {
    return new Presentation(
        images.image("people_2", people2), images.images("people_2_liveness", people2Liveness));
  }
}
