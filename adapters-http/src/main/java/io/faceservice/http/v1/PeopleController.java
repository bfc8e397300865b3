package io.faceservice.http.v1;

import io.faceservice.application.browse.ListSubjects;
import io.faceservice.application.browse.ListSubjects.Outcome;
import io.faceservice.application.port.enrolment.Cursor;
import io.faceservice.application.port.enrolment.EnrolledSubject;
import io.faceservice.domain.biometric.Source;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code …/people}: who is enrolled in this source? */
@Controller
@ExecuteOn(TaskExecutors.BLOCKING)
final class PeopleController {
  private static final int MOST = 1000;
  private static final int USUAL = 100;

  private final ListSubjects subjects;

  PeopleController(ListSubjects subjects) {
    this.subjects = subjects;
  }

  /**
   * The answer.
   *
   * @param next where to read on; missing at the end
   */
  record Response(String source, List<Entry> people, @Nullable String next) {

    static Response of(Source source, Outcome.Listed listed) {
      return new Response(
          source.value(),
          listed.subjects().stream().map(Entry::of).toList(),
          listed.next().map(next -> ListingCursor.write(source, next)).orElse(null));
    }
  }

  /** One person. */
  record Entry(String peopleId, int faces, String lastEnrolledAt) {

    static Entry of(EnrolledSubject subject) {
      return new Entry(
          subject.key().subject().value(),
          subject.references(),
          Moments.text(subject.lastEnrolledAt()));
    }
  }

  @Get(Routes.PEOPLE)
  HttpResponse<?> list(HttpRequest<?> request) {
    Source source = ResourcePath.of(request).source();
    var query = new QueryFields(request);
    Cursor after =
        query.text("after").map(text -> ListingCursor.read(source, text)).orElse(Cursor.START);
    return switch (subjects.list(source, after, query.number("limit", 1, MOST, USUAL))) {
      case Outcome.Listed listed -> Private.ok(Response.of(source, listed));
      case Outcome.UnknownSource unknown -> Problems.of(Code.SOURCE_NOT_FOUND);
    };
  }
}
