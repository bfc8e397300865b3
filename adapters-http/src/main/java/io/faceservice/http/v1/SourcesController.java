package io.faceservice.http.v1;

import io.faceservice.application.browse.ListSources;
import io.faceservice.application.port.enrolment.SourceCount;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.List;

/** {@code /api/v1/sources}: where is anyone enrolled? */
@Controller
@ExecuteOn(TaskExecutors.BLOCKING)
final class SourcesController {
  private final ListSources sources;

  SourcesController(ListSources sources) {
    this.sources = sources;
  }

  /** The answer. */
  record Response(List<Entry> sources) {}

  /** One source. */
  record Entry(String source, long people, long faces) {

    static Entry of(SourceCount count) {
      return new Entry(count.source().value(), count.subjects(), count.references());
    }
  }

  @Get(Routes.SOURCES)
  HttpResponse<?> list() {
    return Private.ok(new Response(sources.list().stream().map(Entry::of).toList()));
  }
}
