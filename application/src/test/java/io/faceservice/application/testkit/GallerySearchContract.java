package io.faceservice.application.testkit;

import static io.faceservice.application.testkit.Templates.reference;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.faceservice.application.port.Gallery;
import io.faceservice.application.port.GalleryProbe;
import io.faceservice.domain.biometric.BiometricReference;
import io.faceservice.domain.biometric.FaceTemplate;
import io.faceservice.domain.biometric.ModelId;
import io.faceservice.domain.biometric.Source;
import io.faceservice.domain.compare.Similarity;
import io.faceservice.domain.search.Candidate;
import io.faceservice.domain.search.CandidateList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a {@link Gallery} promises of its answers; see {@link GalleryContract}. */
public abstract class GallerySearchContract extends BackendContract<Gallery> {
  protected static final ModelId MODEL = new ModelId("made-up-1");
  protected static final Source OTHER = new Source("other");
  protected static final double TOLERANCE = 1e-3;
  private static final int CROWD = 50_000;

  protected final Templates templates = new Templates(MODEL, dimension());

  /** A gallery not yet prepared, over this test's storage, which no other test sees. */
  protected abstract Gallery newGallery(ModelId model, int dimension);

  /** How many values the kit's embeddings have; as many as real ones unless overridden. */
  protected int dimension() {
    return 512;
  }

  @Override
  protected final Gallery newBackend() {
    return newGallery(MODEL, dimension());
  }

  @Override
  protected final void use(Gallery gallery) {
    gallery.search(Source.DEFAULT, templates.at(0), 1);
  }

  static List<String> subjects(CandidateList list) {
    return list.candidates().stream().map(candidate -> candidate.subject().value()).toList();
  }

  @Test
  final void findsNobodyInAnEmptyGallery() {
    assertThat(open().search(Source.DEFAULT, templates.at(0), 10))
        .isEqualTo(CandidateList.nobody());
  }

  @Test
  final void findsWhatWasJustEnrolled() {
    Gallery gallery = open();
    BiometricReference ada = reference("ada", templates.random(1));
    gallery.enrol(ada);
    Candidate found =
        gallery.search(Source.DEFAULT, templates.random(1), 10).candidates().getFirst();
    assertThat(found.key()).isEqualTo(ada.key());
    assertThat(found.createdAt()).isEqualTo(ada.createdAt());
    assertThat(found.similarity().value()).isCloseTo(1, within(TOLERANCE));
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 10, 45, 60, 90, 120, 180})
  final void scoresByCosine(double degrees) {
    Gallery gallery = open();
    gallery.enrol(reference("ada", templates.at(0)));
    assertThat(gallery.search(Source.DEFAULT, templates.at(degrees), 1).candidates())
        .singleElement()
        .extracting(candidate -> candidate.similarity().value())
        .satisfies(
            score ->
                assertThat(score)
                    .isCloseTo((Math.cos(Math.toRadians(degrees)) + 1) / 2, within(TOLERANCE)));
  }

  @Test
  final void ranksTheBestFirst() {
    Gallery gallery = open();
    for (int degrees : new int[] {50, 10, 170, 90, 30}) {
      gallery.enrol(reference("at " + degrees, templates.at(degrees)));
    }
    assertThat(subjects(gallery.search(Source.DEFAULT, templates.at(0), 10)))
        .containsExactly("at 10", "at 30", "at 50", "at 90", "at 170");
  }

  @Test
  final void ranksEqualScoresBySubject() {
    Gallery gallery = open();
    List.of("c", "a", "d", "b").forEach(id -> gallery.enrol(reference(id, templates.at(20))));
    assertThat(subjects(gallery.search(Source.DEFAULT, templates.at(0), 10)))
        .containsExactly("a", "b", "c", "d");
  }

  @Test
  final void namesAsManyAsAskedFor() {
    Gallery gallery = open();
    IntStream.range(0, 7).forEach(i -> gallery.enrol(reference("s" + i, templates.at(10 * i))));
    assertThat(subjects(gallery.search(Source.DEFAULT, templates.at(0), 3)))
        .containsExactly("s0", "s1", "s2");
    assertThat(subjects(gallery.search(Source.DEFAULT, templates.at(0), 1_000))).hasSize(7);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> gallery.search(Source.DEFAULT, templates.at(0), 0));
  }

  @Test
  final void namesASubjectOnceWithItsBestReference() {
    Gallery gallery = open();
    for (int i = 0; i < 20; i++) {
      gallery.enrol(reference(Source.DEFAULT, "ada", "face-" + i, templates.at(2 + i)));
    }
    gallery.enrol(reference("bob", templates.at(60)));
    gallery.enrol(reference("cem", templates.at(80)));

    CandidateList found = gallery.search(Source.DEFAULT, templates.at(0), 2);

    assertThat(subjects(found)).containsExactly("ada", "bob");
    assertThat(found.candidates().getFirst().key().reference().value()).isEqualTo("face-0");
  }

  @Test
  final void looksForSeveralAtOnceAsForEachAlone() {
    Gallery gallery = open();
    gallery.enrolAll(
        List.of(
            reference("ada", templates.at(0)),
            reference("bob", templates.at(60)),
            reference(OTHER, "cyd", templates.at(10))));
    List<GalleryProbe> probes =
        List.of(
            new GalleryProbe(Source.DEFAULT, templates.at(50)),
            new GalleryProbe(OTHER, templates.at(0)),
            new GalleryProbe(new Source("nobody's"), templates.at(0)),
            new GalleryProbe(Source.DEFAULT, templates.at(5)));
    assertThat(gallery.searchAll(probes, 1))
        .isEqualTo(probes.stream().map(p -> gallery.search(p.source(), p.template(), 1)).toList());
    assertThat(gallery.searchAll(List.of(), 1)).isEmpty();
  }

  @Test
  final void keepsSourcesApart() {
    Gallery gallery = open();
    gallery.enrol(reference("ada", templates.at(0)));
    gallery.enrol(reference(OTHER, "ada", templates.at(40)));

    Candidate found = gallery.search(OTHER, templates.at(0), 10).candidates().getFirst();

    assertThat(found.source()).isEqualTo(OTHER);
    assertThat(found.similarity()).isLessThan(new Similarity(0.9));
    assertThat(gallery.search(OTHER, templates.at(0), 10).candidates()).hasSize(1);
    assertThat(gallery.search(new Source("Other"), templates.at(0), 10))
        .isEqualTo(CandidateList.nobody());
  }

  @Test
  final void findsASmallSourceAmongACrowdOfCloserFacesOfAnother() {
    Gallery gallery = open();
    FaceTemplate probe = templates.random(1);
    FaceTemplate close = templates.near(probe, 0.1, 2);
    gallery.enrolAll(
        IntStream.range(0, CROWD).mapToObj(i -> reference(OTHER, "crowd " + i, close)).toList());
    for (int i = 0; i < 3; i++) {
      gallery.enrol(reference("s" + i, templates.near(probe, 1 + i, 100 + i)));
    }
    assertThat(subjects(gallery.search(Source.DEFAULT, probe, 10)))
        .containsExactly("s0", "s1", "s2");
  }

  @Test
  final void findsWhatComparingWithEveryReferenceFinds() {
    Gallery gallery = open();
    List<BiometricReference> all =
        IntStream.range(0, 3_000).mapToObj(i -> reference("s" + i, templates.random(i))).toList();
    gallery.enrolAll(all);
    int agreed = 0;
    for (int probe = 0; probe < 20; probe++) {
      FaceTemplate template = templates.near(templates.random(probe), 1.2, 10_000 + probe);
      List<String> found = subjects(gallery.search(Source.DEFAULT, template, 10));
      List<String> nearest = subjects(exact(all, template));
      assertThat(found).startsWith(nearest.getFirst());
      agreed += (int) nearest.stream().filter(found::contains).count();
    }
    assertThat(agreed).isGreaterThanOrEqualTo(190);
  }

  private static CandidateList exact(List<BiometricReference> all, FaceTemplate probe) {
    return CandidateList.ranked(
        all.stream()
            .map(r -> new Candidate(r.key(), r.createdAt(), Similarity.of(probe, r.template())))
            .toList(),
        10);
  }
}
