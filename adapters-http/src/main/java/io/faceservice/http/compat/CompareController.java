package io.faceservice.http.compat;

import io.faceservice.application.compare.CompareFaces;
import io.faceservice.application.compare.Reference;
import io.faceservice.http.wire.JsonFields;
import io.faceservice.http.wire.RequestImages;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import org.jspecify.annotations.Nullable;

/** {@code POST /check-2-face}: are these two photos the same person? */
@Controller
@ExecuteOn(TaskExecutors.BLOCKING)
final class CompareController {
  private final CompareFaces faces;
  private final RequestImages images;

  CompareController(CompareFaces faces, RequestImages images) {
    this.faces = faces;
    this.images = images;
  }

  /** The body, its images still as text. */
  record Request(String people1, PresentationFields presentation) {

    static Request read(byte @Nullable [] body) {
      JsonFields fields =
          JsonFields.read(body)
              .require("people_1", Hints.IMAGE)
              .require("people_2", Hints.IMAGE)
              .require("is_live_check", Hints.FLAG);
      return new Request(fields.requiredText("people_1"), PresentationFields.read(fields));
    }
  }

  @Post("/check-2-face")
  @Consumes(MediaType.ALL)
  HttpResponse<?> compare(@Body byte @Nullable [] body) {
    Request request = Request.read(body);
    var reference = new Reference.Photo(images.image("people_1", request.people1()));
    return ComparisonAnswer.of(faces.compare(reference, request.presentation().decode(images)));
  }
}
