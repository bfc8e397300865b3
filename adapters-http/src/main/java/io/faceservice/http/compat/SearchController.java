package io.faceservice.http.compat;

import io.faceservice.application.search.SearchFace;
import io.faceservice.application.search.SearchOutcome;
import io.faceservice.domain.biometric.FaceImage;
import io.faceservice.domain.biometric.InvalidInputException;
import io.faceservice.domain.biometric.Source;
import io.faceservice.http.wire.BoxCorners;
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
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code POST /search}: who is this? */
@Controller
@ExecuteOn(TaskExecutors.BLOCKING)
final class SearchController {
  private final SearchFace faces;
  private final RequestImages images;

  SearchController(SearchFace faces, RequestImages images) {
    this.faces = faces;
    this.images = images;
  }

  /** The body, its image still as text. */
  record Request(String image, Source source) {

    static Request read(byte @Nullable [] body) {
      JsonFields fields = JsonFields.read(body).require("image", Hints.MISSING);
      return new Request(fields.requiredText("image"), SubjectFields.source(fields));
    }
  }

  /** The answer. */
  record Response(
      String status,
      List<MatchedFace> data,
      String model,
      double threshold,
      int faces,
      List<Long> box) {

    static Response of(SearchOutcome.Searched searched) {
      return new Response(
          "SUCCESS",
          MatchedFace.of(searched.identification()),
          searched.model().value(),
          searched.identification().threshold().value(),
          searched.capture().faces(),
          BoxCorners.of(searched.capture().box()));
    }
  }

  @Post("/search")
  @Consumes(MediaType.ALL)
  HttpResponse<?> search(@Body byte @Nullable [] body) {
    Request request = Request.read(body);
    FaceImage image = images.image("image", request.image());
    return switch (faces.search(request.source(), image)) {
      case SearchOutcome.Searched searched -> HttpResponse.ok(Response.of(searched));
      case SearchOutcome.NotAcquired none -> CompatErrors.noFaceInData();
      case SearchOutcome.Unreadable broken ->
          CompatErrors.invalid(
              new InvalidInputException(
                  InvalidInputException.Kind.UNREADABLE_IMAGE, "image", "no picture"));
    };
  }
}
