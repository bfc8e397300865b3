package io.faceservice.imagestore.mongodb;

import static com.mongodb.client.model.Filters.eq;

import io.faceservice.application.port.enrolment.Evidence;
import io.faceservice.application.port.enrolment.LivenessReport;
import io.faceservice.domain.biometric.FaceImage;
import io.faceservice.domain.biometric.InvalidInputException;
import io.faceservice.domain.biometric.ModelId;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** The pictures in a document of the first generation, which are base64 text there. */
final class OldEvidence {
  private OldEvidence() {}

  /** What the document says of each version, by its number; empty if it is gone or broken. */
  static Map<Integer, Document> elements(
      Tables tables, String collection, OldPlace place, ModelId model) {
    Document found = tables.old(place.database(), collection).find(eq(place.id())).first();
    if (found == null) {
      return Map.of();
    }
    try {
      return OldDocument.read(found, model).elements();
    } catch (IllegalArgumentException | InvalidInputException | ClassCastException e) {
      return Map.of(); // it was whole when its person was found in it
    }
  }

  /** The pictures of one version, or empty if its picture cannot be read. */
  static Optional<Evidence> of(@Nullable Document element) {
    if (element == null) {
      return Optional.empty();
    }
    List<?> frames = element.get("liveness") instanceof List<?> list ? list : List.of();
    return image(element.get("image"))
        .map(
            image ->
                new Evidence(
                    image,
                    frames.stream().flatMap(frame -> image(frame).stream()).toList(),
                    LivenessReport.NONE));
  }

  /** With or without what a browser writes in front, {@code data:image/jpeg;base64,}. */
  private static Optional<FaceImage> image(@Nullable Object text) {
    if (!(text instanceof String encoded)) {
      return Optional.empty();
    }
    String bare = encoded.substring(encoded.startsWith("data:") ? encoded.indexOf(',') + 1 : 0);
    try {
      byte[] bytes = Base64.getDecoder().decode(bare.replaceAll("\\s", ""));
      return Optional.of(FaceImage.of(bytes));
    } catch (IllegalArgumentException | InvalidInputException e) {
      return Optional.empty(); // not base64, or of nothing
    }
  }
}
