package io.faceservice.application.testkit;

import static io.faceservice.application.testkit.Enrolments.enrolment;
import static io.faceservice.application.testkit.Enrolments.face;
import static io.faceservice.application.testkit.Enrolments.reference;
import static io.faceservice.application.testkit.Enrolments.subject;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.faceservice.application.port.ImageStore;
import io.faceservice.application.port.enrolment.Cursor;
import io.faceservice.application.port.enrolment.EnrolledFace;
import io.faceservice.application.port.enrolment.EnrolledSubject;
import io.faceservice.application.port.enrolment.Enrolment;
import io.faceservice.application.port.enrolment.Evidence;
import io.faceservice.application.port.enrolment.Page;
import io.faceservice.application.port.enrolment.SourceCount;
import io.faceservice.domain.biometric.InvalidInputException;
import io.faceservice.domain.biometric.ReferenceId;
import io.faceservice.domain.biometric.ReferenceKey;
import io.faceservice.domain.biometric.Source;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** How an {@link ImageStore} lists what it holds, page by page. */
abstract class ImageStoreListingContract extends ImageStoreIntentContract {

  /** Reads on until the listing is at its end. */
  static <T> List<T> readOn(Cursor start, Function<Cursor, Page<T>> listing) {
    List<T> all = new ArrayList<>();
    Page<T> page = listing.apply(start);
    while (!page.entries().isEmpty()) {
      all.addAll(page.entries());
      page = listing.apply(page.next());
    }
    return all;
  }

  private static List<ReferenceKey> keys(List<EnrolledFace> faces) {
    return faces.stream().map(EnrolledFace::key).toList();
  }

  private static List<ReferenceKey> enrolMany(ImageStore store, String source, int people) {
    List<ReferenceKey> keys =
        IntStream.range(0, people).mapToObj(n -> face(source, "p" + n * 7 % people)).toList();
    keys.forEach(key -> enrol(store, enrolment(key, key.hashCode())));
    return keys;
  }

  @Test
  final void anEmptyStoreListsNothing() {
    ImageStore store = open();
    assertThat(store.scan(Cursor.START, 10)).isEqualTo(new Page<>(List.of(), Cursor.START));
    assertThat(store.scan(Source.DEFAULT, Cursor.START, 10).entries()).isEmpty();
    assertThat(store.subjects(Source.DEFAULT, Cursor.START, 10).entries()).isEmpty();
    assertThat(store.sources()).isEmpty();
    assertThat(store.unfinished()).isEmpty();
  }

  @Test
  final void scansEveryFaceOnceInTheOrderOfEnrolment() {
    ImageStore store = open();
    List<ReferenceKey> keys = enrolMany(store, "default", 25);
    for (int limit : new int[] {1, 7, 25, 1000}) {
      assertThat(keys(readOn(Cursor.START, c -> store.scan(c, limit)))).isEqualTo(keys);
    }
    assertThat(store.scan(Cursor.START, 7).entries()).hasSize(7);
  }

  @Test
  final void scansCurrentVersionsAlone() {
    ImageStore store = open();
    enrol(store, enrolment(face("ada"), 1));
    enrol(store, enrolment(face("bob"), 2));
    enrol(store, enrolment(face("ada"), 3));
    assertThat(store.scan(Cursor.START, 10).entries())
        .extracting(EnrolledFace::reference)
        .containsExactly(reference(face("ada"), 3), reference(face("bob"), 2));
  }

  @Test
  final void scansOneSourceAlone() {
    ImageStore store = open();
    List<ReferenceKey> here = enrolMany(store, "here", 11);
    List<ReferenceKey> there = enrolMany(store, "Here", 5);
    assertThat(keys(readOn(Cursor.START, c -> store.scan(new Source("here"), c, 3))))
        .isEqualTo(here);
    assertThat(keys(readOn(Cursor.START, c -> store.scan(new Source("Here"), c, 3))))
        .isEqualTo(there);
    Cursor middle = store.scan(Cursor.START, 13).next();
    assertThat(keys(readOn(middle, c -> store.scan(new Source("Here"), c, 3))))
        .isEqualTo(there.subList(2, 5));
  }

  @Test
  final void aScanMeetsEachFaceThatStaysOnceWhateverComesAndGoes() {
    ImageStore store = open();
    List<ReferenceKey> keys = enrolMany(store, "default", 20);
    Page<EnrolledFace> first = store.scan(Cursor.START, 8);
    store.remove(keys.get(2).subjectKey()).ifPresent(store::complete);
    store.remove(keys.get(7).subjectKey()).ifPresent(store::complete);
    store.remove(keys.get(8).subjectKey()).ifPresent(store::complete);
    store.remove(keys.get(15).subjectKey()).ifPresent(store::complete);
    enrol(store, enrolment(keys.get(0), 99));
    enrol(store, enrolment(keys.get(19), 99));
    enrol(store, enrolment(face("late"), 99));
    List<ReferenceKey> rest = keys(readOn(first.next(), c -> store.scan(c, 8)));
    List<ReferenceKey> staying = new ArrayList<>(keys.subList(9, 20));
    staying.remove(keys.get(15));
    assertThat(rest).containsSubsequence(staying).doesNotHaveDuplicates();
    assertThat(rest).doesNotContainAnyElementsOf(keys.subList(0, 9));
  }

  @Test
  final void aScanGoesOnWhereItWasAfterTheStoreWasOpenedAgain() {
    List<ReferenceKey> keys;
    Cursor cursor;
    try (ImageStore first = open()) {
      keys = enrolMany(first, "default", 10);
      cursor = first.scan(Cursor.START, 4).next();
    }
    ImageStore second = open();
    assertThat(keys(readOn(cursor, c -> second.scan(c, 4)))).isEqualTo(keys.subList(4, 10));
  }

  @Test
  final void aFinishedScanShowsWhatCameLater() {
    ImageStore store = open();
    enrolMany(store, "default", 3);
    Cursor end = store.scan(store.scan(Cursor.START, 10).next(), 10).next();
    enrol(store, enrolment(face("late"), 1));
    assertThat(keys(store.scan(end, 10).entries())).containsExactly(face("late"));
  }

  @Test
  final void refusesACursorNobodyGaveAndALimitOfNone() {
    ImageStore store = open();
    assertThatExceptionOfType(InvalidInputException.class)
        .isThrownBy(() -> store.scan(new Cursor("made up"), 10))
        .returns("cursor", InvalidInputException::field);
    assertThatIllegalArgumentException().isThrownBy(() -> store.scan(Cursor.START, 0));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> store.subjects(Source.DEFAULT, Cursor.START, 0));
  }

  @Test
  final void listsTheSubjectsOfASourceByCodePoint() {
    ImageStore store = open();
    List<String> ordered = List.of(" z", "A", "B", "a", "a-1", "a1", "é", "山", "\uffee", "😀");
    ordered.reversed().forEach(id -> enrol(store, enrolment(face(id), 1)));
    enrol(store, enrolment(face("elsewhere", "C"), 1));
    for (int limit : new int[] {1, 3, 100}) {
      assertThat(readOn(Cursor.START, c -> store.subjects(Source.DEFAULT, c, limit)))
          .extracting(person -> person.key().subject().value())
          .isEqualTo(ordered);
    }
  }

  @Test
  final void sumsUpEachSubject() {
    ImageStore store = open();
    ReferenceKey side = subject("ada").reference(new ReferenceId("side"));
    Instant noon = Instant.parse("2026-01-01T12:00:00Z");
    Stream.of(face("ada"), face("ada"), side).forEach(key -> enrol(store, enrolledAt(key, noon)));
    enrol(store, enrolledAt(face("ada"), noon.plusSeconds(1)));
    assertThat(store.subjects(Source.DEFAULT, Cursor.START, 10).entries())
        .containsExactly(new EnrolledSubject(subject("ada"), 2, noon.plusSeconds(1)));
  }

  private static Enrolment enrolledAt(ReferenceKey key, Instant at) {
    return new Enrolment(reference(key, 1), Evidence.of(Enrolments.image(1, 10)), at);
  }

  @Test
  final void countsSubjectsAndFacesOfEachSource() {
    ImageStore store = open();
    enrolMany(store, "b", 3);
    enrolMany(store, "a", 2);
    enrolMany(store, "empty", 1);
    enrol(store, enrolment(subject("b", "p1").reference(new ReferenceId("side")), 1));
    store.remove(subject("empty", "p0")).ifPresent(store::complete);
    assertThat(store.sources())
        .containsExactly(
            new SourceCount(new Source("a"), 2, 2), new SourceCount(new Source("b"), 3, 4));
  }
}
