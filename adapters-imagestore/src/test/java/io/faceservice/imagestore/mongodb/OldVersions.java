package io.faceservice.imagestore.mongodb;

import static io.faceservice.application.testkit.Enrolments.image;
import static io.faceservice.application.testkit.Enrolments.template;

import io.faceservice.domain.biometric.FaceImage;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.bson.Document;

/** What the first generation wrote of a version; which one depends on a seed alone. */
final class OldVersions {
  private OldVersions() {}

  static Document version(int number, String id, long seed) {
    List<Double> face = new ArrayList<>();
    for (float value : template(seed, 512).embedding().toArray()) {
      face.add(3.0 * value);
    }
    return new Document("_version", number)
        .append("people_id", id)
        .append("image", "data:image/jpeg;base64," + base64(image(seed, 900)))
        .append("liveness", List.of(base64(image(seed + 1, 70)), base64(image(seed + 2, 70))))
        .append("face", face)
        .append("created_at", "day " + seed)
        .append("timestamp", "02/01/2021 03:04:05");
  }

  private static String base64(FaceImage image) {
    return Base64.getEncoder().encodeToString(image.toArray());
  }
}
