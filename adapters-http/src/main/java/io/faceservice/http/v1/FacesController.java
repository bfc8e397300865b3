package io.faceservice.http.v1;

import io.faceservice.application.enrol.AddFace;
import io.faceservice.application.enrol.Addition;
import io.faceservice.application.port.enrolment.EnrolledFace;
import io.faceservice.domain.biometric.CreatedAt;
import io.faceservice.domain.biometric.ReferenceId;
import io.faceservice.domain.biometric.SubjectKey;
import io.faceservice.http.wire.BoxCorners;
import io.faceservice.http.wire.EnrolmentImages;
import io.faceservice.http.wire.JsonFields;
import io.faceservice.http.wire.RequestImages;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** {@code …/people/{id}/faces}: keep this face as one of this person's. */
@Controller
@ExecuteOn(TaskExecutors.BLOCKING)
final class FacesController {
  private final AddFace faces;
  private final RequestImages images;

  FacesController(AddFace faces, RequestImages images) {
    this.faces = faces;
    this.images = images;
  }

  /** The body, its images still as text. */
  record Request(Optional<ReferenceId> face, CreatedAt createdAt, EnrolmentImages shown) {

    static Request read(byte @Nullable [] body) {
      JsonFields fields = JsonFields.read(body).require("image", "is missing.");
      return new Request(
          fields.text("face_id").map(ResourcePath::faceId),
          new CreatedAt(fields.text("created_at").orElse("")),
          EnrolmentImages.read(fields));
    }

    AddFace.Command command(SubjectKey subject, RequestImages images) {
      return new AddFace.Command(subject, face, createdAt, shown.decode(images));
    }
  }

  /**
   * The answer.
   *
   * @param faces how many the image shows
   * @param box the one that is kept
   */
  record Response(
      String source,
      String peopleId,
      String faceId,
      int version,
      String createdAt,
      String enrolledAt,
      String model,
      int faces,
      List<Long> box) {

    static Response of(Addition.Added added) {
      EnrolledFace face = added.face();
      return new Response(
          face.key().source().value(),
          face.key().subject().value(),
          face.key().reference().value(),
          face.version(),
          face.reference().createdAt().value(),
          Moments.text(face.enrolledAt()),
          face.reference().template().model().value(),
          added.capture().faces(),
          BoxCorners.of(added.capture().box()));
    }
  }

  @Post(Routes.FACES)
  @Consumes(MediaType.ALL)
  HttpResponse<?> add(HttpRequest<?> request, @Body byte @Nullable [] body) {
    SubjectKey subject = ResourcePath.of(request).subject();
    return switch (faces.add(Request.read(body).command(subject, images))) {
      case Addition.Added added ->
          Private.withheld(HttpResponse.<Response>status(HttpStatus.CREATED))
              .header(HttpHeaders.LOCATION, ResourcePath.to(added.face().key()))
              .body(Response.of(added));
      case Addition.NotAcquired none -> Problems.of(Code.NO_FACE);
      case Addition.NotLive attack -> Problems.of(Code.NOT_LIVE);
      case Addition.NoRoom(int most) ->
          Problems.of(Code.TOO_MANY_FACES, "A person may have at most %d faces.".formatted(most));
    };
  }
}
