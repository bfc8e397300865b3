package io.faceservice.application.browse;

import static org.assertj.core.api.Assertions.assertThat;

import io.faceservice.application.browse.ListSubjects.Outcome;
import io.faceservice.application.browse.ListSubjects.Outcome.Listed;
import io.faceservice.application.port.enrolment.Cursor;
import io.faceservice.application.port.enrolment.EnrolledFace;
import io.faceservice.application.port.enrolment.EnrolledSubject;
import io.faceservice.application.port.enrolment.SourceCount;
import io.faceservice.application.testkit.Enrolments;
import io.faceservice.application.testkit.TwoStores;
import io.faceservice.domain.biometric.ReferenceId;
import io.faceservice.domain.biometric.ReferenceKey;
import io.faceservice.domain.biometric.Source;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class BrowseTest {
  private final TwoStores stores = new TwoStores();
  private final ReferenceKey primary = Enrolments.face("ada");
  private final ReferenceKey left = primary.subjectKey().reference(new ReferenceId("left"));
  private final ShowFace faces = new ShowFace(stores.store());
  private final ShowSubject subjects = new ShowSubject(stores.store(), faces);
  private final ListSubjects listing = new ListSubjects(stores.store());

  @Test
  void countsWhatEachSourceHas() {
    enrol(primary, left, Enrolments.face("bank", "bob"));

    assertThat(new ListSources(stores.store()).list())
        .containsExactly(
            new SourceCount(new Source("bank"), 1, 1), new SourceCount(Source.DEFAULT, 1, 2));
  }

  @Test
  void listsPeoplePageByPageAndSaysWhereItEnds() {
    enrol(primary, left, Enrolments.face("bob"), Enrolments.face("carol"));

    Listed first = listed(listing.list(Source.DEFAULT, Cursor.START, 2));
    assertThat(ids(first)).containsExactly("ada", "bob");
    assertThat(first.subjects().getFirst().references()).isEqualTo(2);
    Listed second = listed(listing.list(Source.DEFAULT, first.next().orElseThrow(), 2));
    assertThat(ids(second)).containsExactly("carol");
    assertThat(second.next()).isEmpty();
  }

  @Test
  void doesNotPointBehindTheLastPersonOfAFullPage() {
    enrol(primary, Enrolments.face("bob"));

    assertThat(listed(listing.list(Source.DEFAULT, Cursor.START, 2)).next()).isEmpty();
  }

  @Test
  void knowsNoSourceInWhichNobodyIsEnrolled() {
    assertThat(listing.list(Source.DEFAULT, Cursor.START, 1))
        .isEqualTo(new Outcome.UnknownSource());
  }

  @Test
  void endsAListingThatWasEmptiedMeanwhile() {
    enrol(primary, Enrolments.face("bob"));
    Cursor next = listed(listing.list(Source.DEFAULT, Cursor.START, 1)).next().orElseThrow();
    stores.keeper().remove(primary.subjectKey());
    stores.keeper().remove(Enrolments.subject("bob"));

    assertThat(listing.list(Source.DEFAULT, next, 1))
        .isEqualTo(new Listed(List.of(), Optional.empty()));
  }

  @Test
  void showsAllFacesOfAPersonEachWithItsVersions() {
    enrol(primary, left, left);

    List<KeptFace> shown = subjects.show(primary.subjectKey());

    assertThat(shown).extracting(face -> face.current().key()).containsExactly(primary, left);
    assertThat(shown.getLast().versions()).extracting(EnrolledFace::version).containsExactly(2, 1);
    assertThat(faces.show(left)).contains(shown.getLast());
  }

  @Test
  void showsNothingOfWhoIsNotEnrolled() {
    enrol(primary);

    assertThat(subjects.show(Enrolments.subject("bob"))).isEmpty();
    assertThat(faces.show(left)).isEmpty();
    assertThat(new ShowImage(stores.store()).show(left, 1)).isEmpty();
    assertThat(new ShowImage(stores.store()).show(primary, 2)).isEmpty();
  }

  @Test
  void givesTheImageAVersionWasMadeOf() {
    var enrolment = Enrolments.enrolment(primary, 7);
    stores.keeper().enrol(enrolment);

    assertThat(new ShowImage(stores.store()).show(primary, 1))
        .hasValueSatisfying(
            image -> assertThat(image.digest()).isEqualTo(enrolment.evidence().image().digest()));
  }

  private void enrol(ReferenceKey... keys) {
    long seed = 0;
    for (ReferenceKey key : keys) {
      stores.keeper().enrol(Enrolments.enrolment(key, ++seed));
    }
  }

  private static Listed listed(Outcome outcome) {
    assertThat(outcome).isInstanceOf(Listed.class);
    return (Listed) outcome;
  }

  private static List<String> ids(Listed listed) {
    return listed.subjects().stream()
        .map(EnrolledSubject::key)
        .map(key -> key.subject().value())
        .toList();
  }
}
