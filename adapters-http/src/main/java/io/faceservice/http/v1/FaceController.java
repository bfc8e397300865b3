package io.faceservice.http.v1;

import io.faceservice.application.browse.ShowFace;
import io.faceservice.application.browse.ShowImage;
import io.faceservice.application.remove.RemoveFace;
import io.faceservice.domain.biometric.FaceImage;
import io.faceservice.domain.biometric.ReferenceKey;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.Optional;

/** {@code …/faces/{face}}: what is kept of this face, and its images? Forget it. */
@Controller
@ExecuteOn(TaskExecutors.BLOCKING)
final class FaceController {
  private final ShowFace faces;
  private final ShowImage images;
  private final RemoveFace removal;

  FaceController(ShowFace faces, ShowImage images, RemoveFace removal) {
    this.faces = faces;
    this.images = images;
    this.removal = removal;
  }

  @Get(Routes.FACE)
  HttpResponse<?> show(HttpRequest<?> request) {
    return faces
        .show(ResourcePath.of(request).face())
        .<HttpResponse<?>>map(face -> Private.ok(FaceAnswer.of(face)))
        .orElseGet(() -> Problems.of(Code.FACE_NOT_FOUND));
  }

  @Delete(Routes.FACE)
  HttpResponse<?> remove(HttpRequest<?> request) {
    return removal.remove(ResourcePath.of(request).face())
        ? HttpResponse.noContent()
        : Problems.of(Code.FACE_NOT_FOUND);
  }

  @Get(Routes.IMAGE)
  @Produces(MediaType.ALL)
  HttpResponse<?> image(HttpRequest<?> request) {
    ResourcePath path = ResourcePath.of(request);
    ReferenceKey face = path.face();
    Optional<FaceImage> image =
        path.version().stream().boxed().findFirst().flatMap(version -> images.show(face, version));
    return image
        .<HttpResponse<?>>map(FaceController::file)
        .orElseGet(() -> Problems.of(Code.VERSION_NOT_FOUND));
  }

  private static HttpResponse<?> file(FaceImage image) {
    return Private.ok(image.toArray()).contentType(ImageType.of(image));
  }
}
