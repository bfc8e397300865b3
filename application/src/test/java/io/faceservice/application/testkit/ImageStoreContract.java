package io.faceservice.application.testkit;

import static io.faceservice.application.testkit.Enrolments.enrolment;
import static io.faceservice.application.testkit.Enrolments.face;
import static io.faceservice.application.testkit.Enrolments.reference;
import static io.faceservice.application.testkit.Enrolments.subject;
import static org.assertj.core.api.Assertions.assertThat;

import io.faceservice.application.port.ImageStore;
import io.faceservice.application.port.enrolment.Cursor;
import io.faceservice.application.port.enrolment.EnrolledFace;
import io.faceservice.domain.biometric.ReferenceKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * What every {@link ImageStore} promises; an adapter passes all of it or is not an image store.
 * What is promised to one thread stands in the classes above; here are the promises to many.
 */
public abstract class ImageStoreContract extends ImageStoreTemplateContract {
  private static final int THREADS = 8;

  /** Runs a task on each thread, with the thread's number, and waits for all. */
  private static <T> List<T> together(ThreadTask<T> task) throws Exception {
    try (var threads = Executors.newFixedThreadPool(THREADS)) {
      List<Callable<T>> tasks =
          IntStream.range(0, THREADS).<Callable<T>>mapToObj(n -> () -> task.run(n)).toList();
      List<T> results = new ArrayList<>();
      for (Future<T> running : threads.invokeAll(tasks)) {
        results.add(running.get());
      }
      return results;
    }
  }

  /** What one of many threads does. */
  private interface ThreadTask<T> {
    T run(int thread) throws Exception;
  }

  @Test
  final void manyWritersOfOtherSubjectsLoseNothing() throws Exception {
    ImageStore store = open();
    together(
        thread -> {
          for (int n = 0; n < 20; n++) {
            ReferenceKey key = face("s" + thread % 2, thread + "/" + n);
            enrol(store, enrolment(key, key.hashCode()));
            assertThat(store.current(key)).isPresent();
          }
          return thread;
        });
    List<EnrolledFace> all = readOn(Cursor.START, c -> store.scan(c, 50));
    assertThat(all).hasSize(THREADS * 20);
    assertThat(all)
        .allSatisfy(
            f -> assertThat(f.reference()).isEqualTo(reference(f.key(), f.key().hashCode())));
    assertThat(store.unfinished()).isEmpty();
  }

  @Test
  final void manyWritersOfOneFaceAreEachNumberedOnce() throws Exception {
    ImageStore store = open();
    Set<Integer> numbers = ConcurrentHashMap.newKeySet();
    together(
        thread -> {
          for (int n = 0; n < 10; n++) {
            enrol(store, enrolment(face("ada"), thread * 10 + n));
            numbers.add(store.versions(face("ada")).getFirst().version());
          }
          return thread;
        });
    assertThat(numbers).contains(THREADS * 10);
    assertThat(store.versions(face("ada")))
        .extracting(EnrolledFace::version)
        .containsExactly(80, 79, 78, 77, 76);
    assertThat(store.scan(Cursor.START, 10).entries()).hasSize(1);
  }

  @Test
  final void ofManyRemovalsOfOneSubjectOneIsTheRemoval() throws Exception {
    ImageStore store = open();
    for (int round = 0; round < 10; round++) {
      enrol(store, enrolment(face("ada"), round));
      List<Boolean> removed = together(thread -> store.remove(subject("ada")).isPresent());
      assertThat(removed).containsOnlyOnce(true);
      assertThat(store.current(subject("ada"))).isEmpty();
    }
  }

  @Test
  final void recordingAndRemovingOneSubjectAtOnceLeavesItWhollyThereOrGone() throws Exception {
    ImageStore store = open();
    together(
        thread -> {
          for (int n = 0; n < 10; n++) {
            if (thread % 2 == 0) {
              enrol(store, enrolment(face("ada"), thread * 10 + n));
            } else {
              store.remove(subject("ada")).ifPresent(store::complete);
            }
          }
          return thread;
        });
    assertThat(store.unfinished()).isEmpty();
    List<EnrolledFace> versions = store.versions(face("ada"));
    assertThat(versions).hasSizeLessThanOrEqualTo(ImageStore.VERSIONS_KEPT);
    assertThat(versions)
        .allSatisfy(v -> assertThat(store.evidence(v.key(), v.version())).isPresent());
    assertThat(store.current(face("ada"))).isEqualTo(versions.stream().findFirst());
  }

  @Test
  final void twoHandlesOnTheSameStorageWriteAtOnce() throws Exception {
    List<ImageStore> handles = List.of(open(), open());
    together(
        thread -> {
          for (int n = 0; n < 10; n++) {
            ImageStore store = handles.get(thread % 2);
            enrol(store, enrolment(face(thread % 4 + "/" + n), n));
          }
          return thread;
        });
    assertThat(handles.getFirst().scan(Cursor.START, 100).entries()).hasSize(40);
    assertThat(handles.getLast().versions(face("3/9")))
        .extracting(EnrolledFace::version)
        .containsExactly(2, 1);
  }

  @Test
  final void aReaderSeesAVersionWhollyOrNotAtAll() throws Exception {
    ImageStore store = open();
    enrol(store, enrolment(face("ada"), 0));
    together(
        thread -> {
          for (int n = 1; n <= 20; n++) {
            if (thread == 0) {
              enrol(store, enrolment(face("ada"), n));
            } else {
              EnrolledFace seen = store.current(face("ada")).orElseThrow();
              assertThat(seen.reference()).isEqualTo(reference(face("ada"), seen.version() - 1));
            }
          }
          return thread;
        });
    assertThat(store.current(face("ada"))).map(EnrolledFace::version).contains(21);
  }
}
