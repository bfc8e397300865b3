package io.faceservice.http.compat;

import io.faceservice.application.remove.RemoveSubject;
import io.faceservice.domain.biometric.SubjectKey;
import io.faceservice.http.wire.JsonFields;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import org.jspecify.annotations.Nullable;

/** {@code POST /remove}: forget this person. */
@Controller
@ExecuteOn(TaskExecutors.BLOCKING)
final class RemoveController {
  private final RemoveSubject subjects;

  RemoveController(RemoveSubject subjects) {
    this.subjects = subjects;
  }

  /** The answer. */
  record Response(String status, String msg) {}

  @Post("/remove")
  @Consumes(MediaType.ALL)
  HttpResponse<?> remove(@Body byte @Nullable [] body) {
    SubjectKey subject =
        SubjectFields.subject(JsonFields.read(body).require(SubjectFields.ID, Hints.MISSING));
    if (!subjects.remove(subject)) {
      return CompatErrors.notEnrolled(subject);
    }
    return HttpResponse.ok(
        new Response(
            "SUCCESS",
            "Success remove people '%s' from '%s'".formatted(subject.subject(), subject.source())));
  }
}
