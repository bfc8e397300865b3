package io.faceservice.application.testkit;

import static io.faceservice.application.testkit.Templates.reference;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.faceservice.application.port.Gallery;
import io.faceservice.application.port.GalleryEntry;
import io.faceservice.domain.biometric.BiometricReference;
import io.faceservice.domain.biometric.ReferenceKey;
import io.faceservice.domain.biometric.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What a {@link Gallery} promises of telling what it keeps; see {@link GalleryContract}. */
public abstract class GalleryListingContract extends GalleryIdentifierContract {

  /** A gallery with these references. */
  protected final Gallery openWith(BiometricReference... references) {
    Gallery gallery = open();
    gallery.enrolAll(List.of(references));
    return gallery;
  }

  @Test
  final void countsReferencesBySource() {
    Gallery gallery =
        openWith(
            reference("ada", templates.at(0)),
            reference(Source.DEFAULT, "ada", "2", templates.at(1)),
            reference(OTHER, "bob", templates.at(2)));
    assertThat(gallery.sizes()).isEqualTo(Map.of(Source.DEFAULT, 2L, OTHER, 1L));
    gallery.remove(reference(OTHER, "bob", templates.at(2)).key());
    assertThat(gallery.sizes()).isEqualTo(Map.of(Source.DEFAULT, 2L));
  }

  @Test
  final void tellsWhatIsKeptUnderAKey() {
    BiometricReference ada = reference("ada", templates.random(7));
    Gallery gallery = openWith(ada);
    assertThat(gallery.find(ada.key())).contains(GalleryEntry.of(ada));
    assertThat(gallery.find(reference("bob", templates.at(0)).key())).isEmpty();
    assertThat(gallery.find(reference(OTHER, "ada", templates.at(0)).key())).isEmpty();
  }

  @Test
  final void findsManyAtOnceAndLeavesOutWhatIsNotThere() {
    Gallery gallery = open();
    BiometricReference ada = reference("ada", templates.at(0));
    BiometricReference bob = reference(OTHER, "bob", templates.at(10));
    BiometricReference eve = reference("eve", templates.at(20));
    gallery.enrolAll(List.of(ada, bob));
    assertThat(gallery.findAll(List.of(ada.key(), eve.key(), bob.key())))
        .containsOnly(
            Map.entry(ada.key(), GalleryEntry.of(ada)), Map.entry(bob.key(), GalleryEntry.of(bob)));
    assertThat(gallery.findAll(List.of())).isEmpty();
  }

  @Test
  final void leafsThroughEveryReferenceOnce() {
    List<BiometricReference> all =
        IntStream.range(0, 60)
            .mapToObj(
                i ->
                    reference(new Source("source " + i % 3), "s" + i / 6, "r" + i, templates.at(i)))
            .toList();
    Gallery gallery = openWith(all.toArray(BiometricReference[]::new));
    List<GalleryEntry> met = leaf(gallery, 7, List.of());
    assertThat(met)
        .containsExactlyInAnyOrderElementsOf(all.stream().map(GalleryEntry::of).toList());
    assertThat(leaf(gallery, 11, List.of())).isEqualTo(met);
    assertThatIllegalArgumentException().isThrownBy(() -> gallery.page(Optional.empty(), 0));
  }

  @Test
  final void leafsOnWhileReferencesComeAndGo() {
    List<ReferenceKey> staying = new ArrayList<>();
    List<ReferenceKey> leaving = new ArrayList<>();
    Gallery gallery = open();
    for (int i = 0; i < 200; i++) {
      BiometricReference each = reference("s" + i, templates.at(i));
      gallery.enrol(each);
      (i % 3 == 0 ? leaving : staying).add(each.key());
    }
    List<ReferenceKey> met = leaf(gallery, 10, leaving).stream().map(GalleryEntry::key).toList();
    assertThat(met).doesNotHaveDuplicates().containsAll(staying);
  }

  /** Leafs to the end; after each page it removes the page's last key and two of the leaving. */
  protected final List<GalleryEntry> leaf(Gallery gallery, int limit, List<ReferenceKey> leaving) {
    var left = new ArrayList<>(leaving);
    List<GalleryEntry> met = new ArrayList<>();
    List<GalleryEntry> page = gallery.page(Optional.empty(), limit);
    while (!page.isEmpty()) {
      assertThat(page).hasSizeLessThanOrEqualTo(limit);
      met.addAll(page);
      ReferenceKey last = page.getLast().key();
      if (left.remove(last)) {
        gallery.remove(last);
      }
      for (int i = 0; i < 2 && !left.isEmpty(); i++) {
        gallery.remove(left.removeLast());
        gallery.enrol(reference("late " + left.size(), templates.at(i)));
      }
      page = gallery.page(Optional.of(last), limit);
    }
    return met;
  }
}
