package io.faceservice.http.v1;

import io.faceservice.application.browse.KeptFace;
import io.faceservice.application.port.enrolment.EnrolledFace;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A reference face on the wire; its template never is.
 *
 * @param createdAt what the caller said when enrolling it
 * @param enrolledAt when the service did
 * @param versions those that are kept, newest first
 * @param image the current version's; only where it was asked for
 */
record FaceAnswer(
    String faceId,
    int version,
    String createdAt,
    String enrolledAt,
    String model,
    List<Version> versions,
    @Nullable Image image) {

  /** One version. */
  record Version(int version, String createdAt, String enrolledAt, String model, String imageUrl) {

    static Version of(EnrolledFace face) {
      return new Version(
          face.version(),
          face.reference().createdAt().value(),
          Moments.text(face.enrolledAt()),
          face.reference().template().model().value(),
          ResourcePath.toImage(face.key(), face.version()));
    }
  }

  /** An image as text. */
  record Image(String mediaType, String base64) {}

  static FaceAnswer of(KeptFace face) {
    return of(face, null);
  }

  static FaceAnswer of(KeptFace face, @Nullable Image image) {
    List<Version> versions = face.versions().stream().map(Version::of).toList();
    Version current = versions.getFirst();
    return new FaceAnswer(
        face.current().key().reference().value(),
        current.version(),
        current.createdAt(),
        current.enrolledAt(),
        current.model(),
        versions,
        image);
  }
}
