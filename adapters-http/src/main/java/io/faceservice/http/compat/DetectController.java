package io.faceservice.http.compat;

import io.faceservice.application.detect.DetectFaces;
import io.faceservice.application.detect.DetectFaces.Detail;
import io.faceservice.application.detect.Detection;
import io.faceservice.http.wire.BoxCorners;
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

/** {@code POST /face-detect}: is there a face, and where? */
@Controller
@ExecuteOn(TaskExecutors.BLOCKING)
final class DetectController {
  /** A face that covers less of the picture does not count. */
  private static final double LEAST_SHARE = 0.01;

  private final DetectFaces faces;
  private final RequestImages images;

  DetectController(DetectFaces faces, RequestImages images) {
    this.faces = faces;
    this.images = images;
  }

  /**
   * The answer.
   *
   * @param faceBox of the face the picture speaks for
   * @param faces how many count
   */
  record Response(
      String status, int statusCode, boolean hasFace, @Nullable List<Long> faceBox, int faces) {

    static Response of(Detection detection) {
      var box = detection.chosen().map(BoxCorners::of);
      return new Response(
          "success", 200, box.isPresent(), box.orElse(null), detection.faces().size());
    }
  }

  @Post("/face-detect")
  @Consumes(MediaType.ALL)
  HttpResponse<?> detect(@Body byte @Nullable [] body) {
    Detection all = faces.detect(ImageRequest.read(body).decode(images), Detail.BOXES);
    return HttpResponse.ok(Response.of(all.covering(LEAST_SHARE)));
  }
}
