package io.faceservice.http.v1;

import io.faceservice.application.browse.KeptFace;
import io.faceservice.application.browse.ShowImage;
import io.faceservice.application.browse.ShowSubject;
import io.faceservice.application.remove.RemoveSubject;
import io.faceservice.domain.biometric.SubjectKey;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.List;

/** {@code …/people/{id}}: what is kept of this person? Forget them. */
@Controller
@ExecuteOn(TaskExecutors.BLOCKING)
final class PersonController {
  private final ShowSubject subjects;
  private final PersonImages images;
  private final RemoveSubject removal;

  PersonController(ShowSubject subjects, ShowImage images, RemoveSubject removal) {
    this.subjects = subjects;
    this.images = new PersonImages(images);
    this.removal = removal;
  }

  /**
   * The answer.
   *
   * @param faces first enrolled first
   */
  record Response(String source, String peopleId, List<FaceAnswer> faces) {}

  @Get(Routes.PERSON)
  HttpResponse<?> show(HttpRequest<?> request) {
    SubjectKey subject = ResourcePath.of(request).subject();
    boolean withImages = new QueryFields(request).flag("images");
    List<KeptFace> faces = subjects.show(subject);
    if (faces.isEmpty()) {
      return Problems.of(Code.PERSON_NOT_FOUND);
    }
    return Private.ok(
        new Response(
            subject.source().value(),
            subject.subject().value(),
            withImages ? images.with(faces) : faces.stream().map(FaceAnswer::of).toList()));
  }

  @Delete(Routes.PERSON)
  HttpResponse<?> remove(HttpRequest<?> request) {
    return removal.remove(ResourcePath.of(request).subject())
        ? HttpResponse.noContent()
        : Problems.of(Code.PERSON_NOT_FOUND);
  }
}
