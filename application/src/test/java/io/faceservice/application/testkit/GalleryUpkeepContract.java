package io.faceservice.application.testkit;

import static io.faceservice.application.testkit.Templates.reference;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.faceservice.application.port.BackendException;
import io.faceservice.application.port.BackendException.Kind;
import io.faceservice.application.port.Gallery;
import io.faceservice.application.port.GalleryEntry;
import io.faceservice.domain.biometric.BiometricReference;
import io.faceservice.domain.biometric.FaceTemplate;
import io.faceservice.domain.biometric.ModelId;
import io.faceservice.domain.biometric.Source;
import io.faceservice.domain.search.CandidateList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What a {@link Gallery} promises of keeping references; see {@link GalleryContract}. */
public abstract class GalleryUpkeepContract extends GalleryListingContract {
  private static final ModelId FOREIGN = new ModelId("made-up-2");

  @Test
  final void replacesTheReferenceWithTheSameKey() {
    Gallery gallery = openWith(reference("ada", templates.at(0)));
    gallery.enrol(reference("ada", templates.at(90)));
    assertThat(gallery.search(Source.DEFAULT, templates.at(90), 10).candidates())
        .singleElement()
        .matches(candidate -> candidate.similarity().value() > 0.99);
    assertThat(gallery.sizes()).isEqualTo(Map.of(Source.DEFAULT, 1L));
  }

  @Test
  final void forgetsWhatWasRemoved() {
    BiometricReference ada = reference("ada", templates.at(0));
    Gallery gallery = openWith(ada, reference("bob", templates.at(10)));
    assertThat(gallery.remove(ada.key())).isTrue();
    assertThat(subjects(gallery.search(Source.DEFAULT, templates.at(0), 10)))
        .containsExactly("bob");
    assertThat(gallery.find(ada.key())).isEmpty();
    assertThat(gallery.remove(ada.key())).isFalse();
  }

  @Test
  final void forgetsNothingElse() {
    BiometricReference elsewhere = reference(OTHER, "ada", templates.at(0));
    Gallery gallery = openWith(elsewhere, reference("ada", templates.at(0)));
    assertThat(gallery.remove(reference("Ada", templates.at(0)).key())).isFalse();
    assertThat(gallery.removeSubject(reference("ada", templates.at(0)).key().subjectKey()))
        .isEqualTo(1);
    assertThat(gallery.find(elsewhere.key())).isPresent();
  }

  @Test
  final void forgetsOneOrAllReferencesOfASubject() {
    BiometricReference first = reference(Source.DEFAULT, "ada", "1", templates.at(0));
    Gallery gallery =
        openWith(
            first,
            reference(Source.DEFAULT, "ada", "2", templates.at(20)),
            reference(Source.DEFAULT, "ada", "3", templates.at(40)),
            reference("ada 2", templates.at(60)));
    assertThat(gallery.remove(first.key())).isTrue();
    assertThat(subjects(gallery.search(Source.DEFAULT, templates.at(0), 10)))
        .containsExactly("ada", "ada 2");
    assertThat(gallery.removeSubject(first.key().subjectKey())).isEqualTo(2);
    assertThat(gallery.removeSubject(first.key().subjectKey())).isZero();
    assertThat(subjects(gallery.search(Source.DEFAULT, templates.at(0), 10)))
        .containsExactly("ada 2");
  }

  @Test
  final void theLastOfABulkLoadWins() {
    Gallery gallery = open();
    gallery.enrolAll(List.of());
    gallery.enrolAll(
        List.of(reference("ada", templates.at(0)), reference("ada", templates.at(90))));
    assertThat(gallery.find(reference("ada", templates.at(0)).key()))
        .contains(GalleryEntry.of(reference("ada", templates.at(90))));
  }

  @Test
  final void refusesForeignTemplates() {
    Gallery gallery = open();
    FaceTemplate foreign = new Templates(FOREIGN, dimension()).at(0);
    FaceTemplate longer = new Templates(MODEL, dimension() + 1).at(0);
    for (FaceTemplate template : List.of(foreign, longer)) {
      BiometricReference reference = reference("ada", template);
      assertThatIllegalArgumentException().isThrownBy(() -> gallery.enrol(reference));
      assertThatIllegalArgumentException()
          .isThrownBy(
              () -> gallery.enrolAll(List.of(reference("bob", templates.at(0)), reference)));
      assertThatIllegalArgumentException()
          .isThrownBy(() -> gallery.search(Source.DEFAULT, template, 1));
    }
    assertThat(gallery.sizes()).isEmpty();
  }

  @Test
  final void keepsEverythingOverAReopening() {
    BiometricReference gone = reference("gone", templates.at(5));
    Gallery before = openWith(gone, reference(OTHER, "bob", templates.random(3)));
    IntStream.range(0, 50).forEach(i -> before.enrol(reference("s" + i, templates.random(i))));
    before.remove(gone.key());
    before.enrol(reference("s1", templates.random(100)));
    CandidateList answer = before.search(Source.DEFAULT, templates.random(100), 51);
    List<GalleryEntry> entries = leaf(before, 10, List.of());
    before.close();

    Gallery after = open();

    assertThat(after.search(Source.DEFAULT, templates.random(100), 51)).isEqualTo(answer);
    assertThat(subjects(answer)).startsWith("s1").hasSize(50).doesNotContain("gone");
    assertThat(leaf(after, 10, List.of())).containsExactlyInAnyOrderElementsOf(entries);
    assertThat(after.remove(reference("s1", templates.at(0)).key())).isTrue();
  }

  @Test
  final void needsARebuildUntilItIsRebuilt() {
    Gallery fresh = open();
    assertThat(fresh.needsRebuild()).isTrue();
    fresh.enrol(reference("ada", templates.at(0)));
    fresh.close();

    Gallery unfinished = open();
    assertThat(unfinished.needsRebuild()).isTrue();
    unfinished.rebuilt();
    assertThat(unfinished.needsRebuild()).isFalse();
    unfinished.close();

    Gallery whole = open();
    assertThat(whole.needsRebuild()).isFalse();
    assertThat(whole.sizes()).isEqualTo(Map.of(Source.DEFAULT, 1L));
  }

  @Test
  final void resetForgetsEverything() {
    Gallery gallery = openWith(reference("ada", templates.at(0)));
    gallery.rebuilt();
    gallery.reset();
    assertThat(gallery.sizes()).isEmpty();
    assertThat(gallery.needsRebuild()).isTrue();
    gallery.enrol(reference("bob", templates.at(0)));
    assertThat(subjects(gallery.search(Source.DEFAULT, templates.at(0), 10)))
        .containsExactly("bob");
  }

  @Test
  final void refusesToOpenAnotherModelsGalleryUntilReset() {
    openWith(reference("ada", templates.at(0))).close();
    for (Gallery foreign :
        List.of(newGallery(FOREIGN, dimension()), newGallery(MODEL, dimension() + 1))) {
      assertThatExceptionOfType(BackendException.class)
          .isThrownBy(foreign::prepare)
          .returns(Kind.REFUSED, BackendException::kind)
          .withMessageContaining(Gallery.REBUILD_COMMAND);
      assertThat(foreign.check().up()).isFalse();
      foreign.close();
    }
    Gallery mended = newGallery(FOREIGN, dimension());
    mended.reset();
    mended.enrol(reference("ada", new Templates(FOREIGN, dimension()).at(0)));
    assertThat(mended.sizes()).isEqualTo(Map.of(Source.DEFAULT, 1L));
    mended.close();
  }
}
