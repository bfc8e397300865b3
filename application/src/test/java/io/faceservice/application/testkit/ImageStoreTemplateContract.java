package io.faceservice.application.testkit;

import static io.faceservice.application.testkit.Enrolments.enrolment;
import static io.faceservice.application.testkit.Enrolments.face;
import static io.faceservice.application.testkit.Enrolments.subject;
import static org.assertj.core.api.Assertions.assertThat;

import io.faceservice.application.port.ImageStore;
import io.faceservice.application.port.enrolment.Cursor;
import io.faceservice.application.port.enrolment.EnrolledFace;
import io.faceservice.application.port.enrolment.Intent;
import io.faceservice.domain.biometric.BiometricReference;
import io.faceservice.domain.biometric.FaceTemplate;
import io.faceservice.domain.biometric.ModelId;
import io.faceservice.domain.biometric.Source;
import org.junit.jupiter.api.Test;

/** How an {@link ImageStore} keeps the templates of several model packs side by side. */
abstract class ImageStoreTemplateContract extends ImageStoreListingContract {
  private static final ModelId NEXT = new ModelId("made-up-2");

  private static FaceTemplate next(long seed) {
    return new FaceTemplate(NEXT, Enrolments.template(seed, 256).embedding());
  }

  private ImageStore openNext() {
    ImageStore store = closing(newStore(NEXT));
    store.prepare();
    return store;
  }

  @Test
  final void servesEachModelItsOwnTemplateAndThatOfTheEnrolmentToOthers() {
    ImageStore store = open();
    ImageStore ofNext = openNext();
    enrol(store, enrolment(face("ada"), 1));
    EnrolledFace enrolled = store.current(face("ada")).orElseThrow();
    assertThat(ofNext.current(face("ada"))).contains(enrolled);

    ofNext.addTemplate(face("ada"), 1, next(7)).ifPresent(ofNext::complete);

    var expected =
        new EnrolledFace(
            new BiometricReference(face("ada"), next(7), enrolled.reference().createdAt()),
            1,
            enrolled.enrolledAt());
    assertThat(ofNext.current(face("ada"))).contains(expected);
    assertThat(ofNext.current(subject("ada"))).containsExactly(expected);
    assertThat(ofNext.versions(face("ada"))).containsExactly(expected);
    assertThat(ofNext.scan(Cursor.START, 9).entries()).containsExactly(expected);
    assertThat(ofNext.scan(Source.DEFAULT, Cursor.START, 9).entries()).containsExactly(expected);
    assertThat(store.current(face("ada"))).contains(enrolled);
    assertThat(store.scan(Cursor.START, 9).entries()).containsExactly(enrolled);
  }

  @Test
  final void keepsAnAddedTemplateWhenClosedAndOpenedAgain() {
    try (ImageStore first = openNext()) {
      enrol(first, enrolment(face("ada"), 1));
      first.addTemplate(face("ada"), 1, next(7));
    }
    assertThat(openNext().current(face("ada")).orElseThrow().reference().template())
        .isEqualTo(next(7));
  }

  @Test
  final void replacesTheTemplateOfTheSameModel() {
    ImageStore store = openNext();
    enrol(store, enrolment(face("ada"), 1));
    store.addTemplate(face("ada"), 1, next(7));
    store.addTemplate(face("ada"), 1, next(8));
    assertThat(store.current(face("ada")).orElseThrow().reference().template()).isEqualTo(next(8));
  }

  @Test
  final void addingATemplateLeavesAnIntentUntilItIsCompleted() {
    ImageStore store = openNext();
    enrol(store, enrolment(face("ada"), 1));
    Intent intent = store.addTemplate(face("ada"), 1, next(7)).orElseThrow();
    assertThat(intent.references()).containsExactly(face("ada"));
    assertThat(store.unfinished()).containsExactly(intent);
    store.complete(intent);
    assertThat(store.unfinished()).isEmpty();
  }

  @Test
  final void addsNoTemplateToAVersionThatIsNotThere() {
    ImageStore store = openNext();
    assertThat(store.addTemplate(face("nobody"), 1, next(7))).isEmpty();
    enrol(store, enrolment(face("ada"), 1));
    assertThat(store.addTemplate(face("ada"), 2, next(7))).isEmpty();
    assertThat(store.unfinished()).isEmpty();
    assertThat(store.current(face("ada")).orElseThrow().reference().template().model())
        .isEqualTo(Enrolments.MODEL);
  }

  @Test
  final void aLaterVersionHasNoTemplateOfTheOneBefore() {
    ImageStore store = openNext();
    enrol(store, enrolment(face("ada"), 1));
    store.addTemplate(face("ada"), 1, next(7)).ifPresent(store::complete);
    enrol(store, enrolment(face("ada"), 2));
    assertThat(store.current(face("ada")).orElseThrow().reference())
        .isEqualTo(enrolment(face("ada"), 2).reference());
    assertThat(store.versions(face("ada")).getLast().reference().template()).isEqualTo(next(7));
  }

  @Test
  final void aSubjectEnrolledAnewAfterItsRemovalHasNoTemplateOfBefore() {
    ImageStore store = openNext();
    enrol(store, enrolment(face("ada"), 1));
    store.addTemplate(face("ada"), 1, next(7)).ifPresent(store::complete);
    store.remove(subject("ada")).ifPresent(store::complete);
    enrol(store, enrolment(face("ada"), 1));
    assertThat(store.current(face("ada")).orElseThrow().reference())
        .isEqualTo(enrolment(face("ada"), 1).reference());
  }
}
