package io.faceservice.http.compat;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.faceservice.application.enrol.EnrolFace;
import io.faceservice.application.enrol.Outcome;
import io.faceservice.domain.biometric.CreatedAt;
import io.faceservice.domain.biometric.ReferenceId;
import io.faceservice.domain.biometric.SubjectKey;
import io.faceservice.http.wire.BoxCorners;
import io.faceservice.http.wire.EnrolmentImages;
import io.faceservice.http.wire.JsonFields;
import io.faceservice.http.wire.RequestImages;
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
import org.jspecify.annotations.Nullable;

/** {@code POST /register-face}: keep this face as this person's. */
@Controller
@ExecuteOn(TaskExecutors.BLOCKING)
final class RegisterController {
  private final EnrolFace faces;
  private final RequestImages images;

  RegisterController(EnrolFace faces, RequestImages images) {
    this.faces = faces;
    this.images = images;
  }

  /** The body, its images still as text. */
  record Request(SubjectKey subject, CreatedAt createdAt, EnrolmentImages shown) {

    static Request read(byte @Nullable [] body) {
      JsonFields fields =
          JsonFields.read(body)
              .require(SubjectFields.ID, Hints.MISSING)
              .require("created_at", Hints.MISSING)
              .require("image", Hints.INPUT_IMAGE)
              .require("is_live_check", Hints.MISSING);
      EnrolmentImages shown = EnrolmentImages.read(fields);
      return new Request(
          SubjectFields.subject(fields), new CreatedAt(fields.requiredText("created_at")), shown);
    }

    EnrolFace.Command command(RequestImages images) {
      return new EnrolFace.Command(
          subject.reference(ReferenceId.PRIMARY), createdAt, shown.decode(images));
    }
  }

  /** The answer. */
  record Response(
      String status,
      @JsonProperty("_id") String id,
      String source,
      String model,
      int faces,
      List<Long> box) {

    static Response of(SubjectKey subject, Outcome.Enrolled enrolled) {
      return new Response(
          "SUCCESS",
          subject.subject().value(),
          subject.source().value(),
          enrolled.model().value(),
          enrolled.capture().faces(),
          BoxCorners.of(enrolled.capture().box()));
    }
  }

  @Post("/register-face")
  @Consumes(MediaType.ALL)
  HttpResponse<?> register(@Body byte @Nullable [] body) {
    Request request = Request.read(body);
    return switch (faces.enrol(request.command(images))) {
      case Outcome.Enrolled enrolled -> HttpResponse.ok(Response.of(request.subject(), enrolled));
      case Outcome.NotAcquired none -> CompatErrors.noFace(HttpStatus.BAD_REQUEST);
      case Outcome.NotLive attack -> CompatErrors.livenessFailed();
    };
  }
}
