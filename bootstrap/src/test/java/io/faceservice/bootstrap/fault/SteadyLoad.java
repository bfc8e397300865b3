package io.faceservice.bootstrap.fault;

import static org.assertj.core.api.Assertions.assertThat;

import io.faceservice.bootstrap.process.Await;
import io.faceservice.bootstrap.process.Caller;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.ToIntFunction;

/** Several clerks at work, each on a thread of its own. */
final class SteadyLoad implements AutoCloseable {
  private static final List<String> PHOTOS = List.of("person-b-1", "person-c-1", "person-d-1");

  /** What refusals say. */
  private static final int RETRY_AFTER_SECONDS = 1;

  /** Enough for each of a clerk's people to change. */
  private static final int PROGRESS = 4;

  private final List<Clerk> clerks = new ArrayList<>();
  private final ExecutorService threads = Executors.newFixedThreadPool(PHOTOS.size());
  private final List<Future<?>> work = new ArrayList<>();
  private final CountDownLatch over = new CountDownLatch(1);

  /**
   * @param name begins the names of the clerks' sources
   */
  SteadyLoad(Caller caller, Answers answers, String name) {
    for (String photo : PHOTOS) {
      var clerk = new Clerk(caller, answers, name + " " + photo, photo);
      clerks.add(clerk);
      work.add(threads.submit(() -> workUntilOver(clerk)));
    }
  }

  /** Who is refused waits as long as the refusal says, and leaves the processor to the server. */
  private Clerk workUntilOver(Clerk clerk) throws InterruptedException {
    int refused = 0;
    while (!over.await(clerk.refusals() > refused ? RETRY_AFTER_SECONDS : 0, TimeUnit.SECONDS)) {
      refused = clerk.refusals();
      clerk.step();
    }
    return clerk;
  }

  /** Until everybody has been answered some more searches. */
  void awaitProgress() {
    awaitMore("searches are answered", Clerk::searches, PROGRESS);
  }

  /** Until everybody has been refused something. */
  void awaitRefusals() {
    awaitMore("requests are refused", Clerk::refusals, 2);
  }

  private void awaitMore(String what, ToIntFunction<Clerk> counted, int more) {
    List<Integer> wanted = clerks.stream().map(c -> counted.applyAsInt(c) + more).toList();
    Await.until(
        what,
        () -> {
          assertThat(work).as("clerks at work").noneMatch(Future::isDone);
          for (int i = 0; i < clerks.size(); i++) {
            if (counted.applyAsInt(clerks.get(i)) < wanted.get(i)) {
              return false;
            }
          }
          return true;
        });
  }

  /** Ends the work, and looks once more for everybody. */
  void end() throws Exception {
    over.countDown();
    for (Future<?> each : work) {
      each.get(1, TimeUnit.MINUTES);
    }
    for (Clerk clerk : clerks) {
      Await.until("a last look is answered", clerk::audit);
    }
  }

  @Override
  public void close() {
    over.countDown();
    threads.shutdownNow();
  }
}
