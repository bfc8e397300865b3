package io.faceservice.imagestore.mongodb;

import static io.faceservice.application.testkit.Enrolments.enrolment;
import static io.faceservice.application.testkit.Enrolments.face;
import static io.faceservice.application.testkit.Enrolments.subject;
import static org.assertj.core.api.Assertions.assertThat;

import io.faceservice.application.port.enrolment.Cursor;
import io.faceservice.application.port.enrolment.EnrolledFace;
import io.faceservice.application.testkit.Enrolments;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Services that change one subject at once: nothing but the document's revision orders them. */
final class SeveralServicesTest {
  private static final int SERVICES = 4;
  private static final int ROUNDS = 10;

  private InProcessServer server;
  private List<MongoImageStore> services;

  @BeforeEach
  void start() {
    server = new InProcessServer();
    services =
        Stream.generate(() -> Stores.of(server.uri(), "faces", Enrolments.MODEL))
            .limit(SERVICES)
            .toList();
    services.forEach(MongoImageStore::prepare);
  }

  @AfterEach
  void stop() {
    services.forEach(MongoImageStore::close);
    server.close();
  }

  private interface Work {
    int on(MongoImageStore service, int number);
  }

  private int together(Work work) throws Exception {
    List<Callable<Integer>> tasks =
        IntStream.range(0, SERVICES)
            .<Callable<Integer>>mapToObj(n -> () -> work.on(services.get(n), n))
            .toList();
    int sum = 0;
    try (var threads = Executors.newFixedThreadPool(SERVICES)) {
      for (Future<Integer> result : threads.invokeAll(tasks)) {
        sum += result.get();
      }
    }
    return sum;
  }

  @Test
  void numberTheVersionsOfOneFaceOnceEach() throws Exception {
    together(
        (service, number) -> {
          for (int n = 0; n < ROUNDS; n++) {
            service.complete(service.record(enrolment(face("ada"), number * ROUNDS + n)));
          }
          return 0;
        });
    MongoImageStore any = services.getFirst();
    assertThat(any.versions(face("ada")))
        .extracting(EnrolledFace::version)
        .containsExactly(40, 39, 38, 37, 36);
    assertThat(any.scan(Cursor.START, 10).entries()).hasSize(1);
    assertThat(any.unfinished()).isEmpty();
  }

  @Test
  void removeOneSubjectOnce() throws Exception {
    for (int n = 0; n < ROUNDS; n++) {
      services.getFirst().record(enrolment(face("ada"), n));
      int removals =
          together((service, number) -> service.remove(subject("ada")).isPresent() ? 1 : 0);
      assertThat(removals).isEqualTo(1);
    }
  }
}
