package io.faceservice.application.testkit;

import static io.faceservice.application.testkit.Templates.reference;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.faceservice.application.port.Gallery;
import io.faceservice.domain.biometric.BiometricReference;
import io.faceservice.domain.biometric.FaceTemplate;
import io.faceservice.domain.biometric.Source;
import io.faceservice.domain.compare.Similarity;
import io.faceservice.domain.search.Candidate;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * What every {@link Gallery} promises; an adapter passes all of it or is not a gallery. What is
 * promised to one thread stands in the classes above; here are the promises to many.
 */
public abstract class GalleryContract extends GalleryUpkeepContract {
  private static final int THREADS = 6;
  private static final int ROUNDS = 30;

  /** What one of many threads does. */
  private interface ThreadTask {
    void run(int thread);
  }

  /** Runs a task on each thread, with the thread's number, and waits for all. */
  private static void together(ThreadTask task) throws InterruptedException {
    try (var threads = Executors.newFixedThreadPool(THREADS)) {
      List<Callable<Integer>> tasks =
          IntStream.range(0, THREADS)
              .<Callable<Integer>>mapToObj(
                  thread ->
                      () -> {
                        task.run(thread);
                        return thread;
                      })
              .toList();
      threads.invokeAll(tasks).forEach(Future::resultNow);
    }
  }

  @Test
  final void manyWritersLoseNothingAndSeeTheirOwnWrites() throws InterruptedException {
    Gallery gallery = open();
    together(
        thread -> {
          for (int i = 0; i < ROUNDS; i++) {
            long seed = 1_000L * thread + i;
            String subject = "s" + seed;
            gallery.enrol(reference(subject, templates.random(seed)));
            assertThat(subjects(gallery.search(Source.DEFAULT, templates.random(seed), 1)))
                .containsExactly(subject);
          }
        });
    assertThat(gallery.sizes().get(Source.DEFAULT)).isEqualTo((long) THREADS * ROUNDS);
  }

  @Test
  final void manyWritersOfOneKeyLeaveOneFaceAndARemovalLeavesNone() throws InterruptedException {
    Gallery gallery = open();
    BiometricReference ada = reference("ada", templates.random(1));
    together(
        thread -> {
          for (int i = 0; i < ROUNDS; i++) {
            if (thread % 3 == 0) {
              gallery.remove(ada.key());
            } else {
              gallery.enrol(reference("ada", templates.random(thread)));
            }
            assertThat(gallery.search(Source.DEFAULT, templates.random(1), 10).candidates())
                .hasSizeLessThanOrEqualTo(1);
          }
        });
    gallery.enrol(ada);
    assertThat(gallery.search(Source.DEFAULT, templates.random(1), 10).candidates()).hasSize(1);
    assertThat(gallery.remove(ada.key())).isTrue();
    assertThat(gallery.search(Source.DEFAULT, templates.random(1), 10).candidates()).isEmpty();
  }

  @Test
  final void aSearchSeesAllOfAReplacementOrNothing() throws InterruptedException {
    Gallery gallery = open();
    FaceTemplate one = templates.random(1);
    FaceTemplate other = templates.random(2);
    FaceTemplate probe = templates.near(one, 0.5, 3);
    double high = Similarity.of(probe, one).value();
    double low = Similarity.of(probe, other).value();
    gallery.enrol(reference("ada", one));
    together(
        thread -> {
          for (int i = 0; i < ROUNDS; i++) {
            if (thread == 0) {
              gallery.enrol(reference("ada", i % 2 == 0 ? other : one));
            } else {
              double score = onlyCandidate(gallery, probe).similarity().value();
              assertThat(Math.min(Math.abs(score - high), Math.abs(score - low)))
                  .isCloseTo(0, within(TOLERANCE));
            }
          }
        });
  }

  private static Candidate onlyCandidate(Gallery gallery, FaceTemplate probe) {
    return gallery.search(Source.DEFAULT, probe, 10).candidates().getFirst();
  }

  @Test
  final void aSearchBesideWritesMissesNoOther() throws InterruptedException {
    Gallery gallery = open();
    IntStream.range(0, 40).forEach(i -> gallery.enrol(reference("s" + i, templates.random(i))));
    var next = new AtomicInteger(1_000);
    together(
        thread -> {
          for (int i = 0; i < ROUNDS; i++) {
            if (thread < 2) {
              BiometricReference passing =
                  reference("passing", templates.random(next.incrementAndGet()));
              gallery.enrol(passing);
              gallery.removeSubject(passing.key().subjectKey());
            } else {
              assertThat(subjects(gallery.search(Source.DEFAULT, templates.random(i), 1)))
                  .containsExactly("s" + i);
            }
          }
        });
  }
}
