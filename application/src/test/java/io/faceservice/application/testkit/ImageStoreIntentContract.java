package io.faceservice.application.testkit;

import static io.faceservice.application.testkit.Enrolments.enrolment;
import static io.faceservice.application.testkit.Enrolments.face;
import static io.faceservice.application.testkit.Enrolments.subject;
import static org.assertj.core.api.Assertions.assertThat;

import io.faceservice.application.port.ImageStore;
import io.faceservice.application.port.enrolment.EnrolledFace;
import io.faceservice.application.port.enrolment.Intent;
import io.faceservice.domain.biometric.ReferenceId;
import io.faceservice.domain.biometric.ReferenceKey;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** How an {@link ImageStore} remembers what the gallery must still follow. */
abstract class ImageStoreIntentContract extends ImageStoreRecordContract {
  private final ReferenceKey side = subject("ada").reference(new ReferenceId("side"));

  @Test
  final void recordingLeavesAnIntentUntilItIsCompleted() {
    ImageStore store = open();
    Intent intent = store.record(enrolment(face("ada"), 1));
    assertThat(intent.references()).containsExactly(face("ada"));
    assertThat(store.unfinished()).containsExactly(intent);
    store.complete(intent);
    assertThat(store.unfinished()).isEmpty();
  }

  @Test
  final void completingTwiceIsNoError() {
    ImageStore store = open();
    Intent intent = store.record(enrolment(face("ada"), 1));
    store.complete(intent);
    store.complete(intent);
    assertThat(store.unfinished()).isEmpty();
    assertThat(store.current(face("ada"))).isPresent();
  }

  @Test
  final void unfinishedIntentsOutliveTheProcessOldestFirst() {
    List<Intent> written;
    try (ImageStore first = open()) {
      Intent ada = first.record(enrolment(face("ada"), 1));
      Intent done = first.record(enrolment(face("bob"), 2));
      Intent removal = first.remove(subject("bob")).orElseThrow();
      Intent again = first.record(enrolment(face("ada"), 3));
      first.complete(done);
      written = List.of(ada, removal, again);
    }
    assertThat(open().unfinished()).isEqualTo(written);
  }

  @Test
  final void withdrawingMakesTheVersionBeforeCurrentAgain() {
    ImageStore store = open();
    IntStream.rangeClosed(1, 5).forEach(n -> enrol(store, enrolment(face("ada"), n)));
    List<EnrolledFace> before = store.versions(face("ada"));
    Intent.ToEnrol intent = store.record(enrolment(face("ada"), 6));
    assertThat(store.versions(face("ada"))).hasSize(5).isNotEqualTo(before);
    store.withdraw(intent);
    assertThat(store.versions(face("ada"))).isEqualTo(before);
    assertThat(store.evidence(face("ada"), 6)).isEmpty();
  }

  @Test
  final void withdrawingTheOnlyVersionLeavesTheFaceAbsent() {
    ImageStore store = open();
    store.withdraw(store.record(enrolment(face("ada"), 1)));
    assertThat(store.current(face("ada"))).isEmpty();
    assertThat(store.sources()).isEmpty();
  }

  @Test
  final void aWithdrawnIntentIsUnfinishedUntilTheGalleryAgreesAgain() {
    ImageStore store = open();
    Intent.ToEnrol open = store.record(enrolment(face("ada"), 1));
    store.withdraw(open);
    assertThat(store.unfinished()).containsExactly(open);
    store.complete(open);
    assertThat(store.unfinished()).isEmpty();

    Intent.ToEnrol completed = store.record(enrolment(face("ada"), 2));
    store.complete(completed);
    store.withdraw(completed);
    assertThat(store.current(face("ada"))).isEmpty();
    assertThat(store.unfinished()).containsExactly(completed);
  }

  @Test
  final void withdrawingTakesBackItsOwnVersionAlone() {
    ImageStore store = open();
    Intent.ToEnrol first = store.record(enrolment(face("ada"), 1));
    Intent.ToEnrol second = store.record(enrolment(face("ada"), 2));
    store.withdraw(first);
    store.withdraw(first);
    assertThat(store.versions(face("ada"))).extracting(EnrolledFace::version).containsExactly(2);
    store.withdraw(second);
    store.record(enrolment(face("ada"), 3));
    store.withdraw(second);
    assertThat(store.current(face("ada"))).isPresent();
  }

  @Test
  final void aVersionNumberIsNeverGivenTwice() {
    ImageStore store = open();
    enrol(store, enrolment(face("ada"), 1));
    store.withdraw(store.record(enrolment(face("ada"), 2)));
    enrol(store, enrolment(face("ada"), 3));
    assertThat(store.versions(face("ada"))).extracting(EnrolledFace::version).containsExactly(3, 1);
  }

  @Test
  final void removesEveryFaceVersionAndImageOfASubject() {
    ImageStore store = open();
    enrol(store, enrolment(face("ada"), 1));
    enrol(store, enrolment(face("ada"), 2));
    enrol(store, enrolment(side, 3));
    Intent intent = store.remove(subject("ada")).orElseThrow();
    assertThat(intent.references()).containsExactlyInAnyOrder(face("ada"), side);
    assertThat(store.current(subject("ada"))).isEmpty();
    assertThat(store.versions(face("ada"))).isEmpty();
    assertThat(store.evidence(face("ada"), 2)).isEmpty();
    assertThat(store.evidence(side, 1)).isEmpty();
    assertThat(store.unfinished()).containsExactly(intent);
  }

  @Test
  final void aRemovalStandsWhenTheProcessDiesBeforeItIsCompleted() {
    Intent intent;
    try (ImageStore first = open()) {
      enrol(first, enrolment(face("ada"), 1));
      intent = first.remove(subject("ada")).orElseThrow();
    }
    ImageStore second = open();
    assertThat(second.current(face("ada"))).isEmpty();
    assertThat(second.unfinished()).containsExactly(intent);
    second.complete(intent);
    assertThat(second.unfinished()).isEmpty();
  }

  @Test
  final void removingWhatIsAbsentWritesNothing() {
    ImageStore store = open();
    assertThat(store.remove(subject("ada"))).isEmpty();
    assertThat(store.remove(face("ada"))).isEmpty();
    enrol(store, enrolment(face("ada"), 1));
    assertThat(store.remove(subject("ada"))).isPresent();
    assertThat(store.remove(subject("ada"))).isEmpty();
    assertThat(store.unfinished()).hasSize(1);
  }

  @Test
  final void removesOneFaceAndKeepsTheOthers() {
    ImageStore store = open();
    enrol(store, enrolment(face("ada"), 1));
    enrol(store, enrolment(side, 2));
    assertThat(store.remove(face("ada")).orElseThrow().references()).containsExactly(face("ada"));
    assertThat(store.current(subject("ada"))).extracting(EnrolledFace::key).containsExactly(side);
    assertThat(store.remove(side)).isPresent();
    assertThat(store.current(subject("ada"))).isEmpty();
  }

  @Test
  final void removalLeavesOtherSourcesAndSubjectsUntouched() {
    ImageStore store = open();
    enrol(store, enrolment(face("ada"), 1));
    enrol(store, enrolment(face("branch", "ada"), 2));
    enrol(store, enrolment(face("Ada"), 3));
    store.remove(subject("ada")).ifPresent(store::complete);
    assertThat(store.current(face("branch", "ada"))).isPresent();
    assertThat(store.evidence(face("branch", "ada"), 1)).isPresent();
    assertThat(store.current(face("Ada"))).isPresent();
  }

  @Test
  final void whoIsEnrolledAgainDuringARemovalStays() {
    ImageStore store = open();
    enrol(store, enrolment(face("ada"), 1));
    Intent removal = store.remove(subject("ada")).orElseThrow();
    enrol(store, enrolment(face("ada"), 2));
    store.complete(removal);
    assertThat(store.versions(face("ada")))
        .extracting(EnrolledFace::reference)
        .containsExactly(Enrolments.reference(face("ada"), 2));
  }
}
