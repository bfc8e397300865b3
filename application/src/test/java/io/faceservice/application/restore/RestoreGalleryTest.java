package io.faceservice.application.restore;

import static org.assertj.core.api.Assertions.assertThat;

import io.faceservice.application.testkit.Enrolments;
import io.faceservice.application.testkit.TwoStores;
import io.faceservice.domain.biometric.ReferenceKey;
import io.faceservice.domain.biometric.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class RestoreGalleryTest {
  private final TwoStores stores = new TwoStores();
  private final ReferenceKey ada = Enrolments.face("ada");
  private final ReferenceKey bob = Enrolments.face("bank", "bob");
  private final ReferenceKey cyd = Enrolments.face("cyd");
  private final ReferenceKey eve = Enrolments.face("eve");

  private void enrolThree() {
    stores.keeper().enrol(Enrolments.enrolment(ada, 1));
    stores.keeper().enrol(Enrolments.enrolment(bob, 2));
    stores.keeper().enrol(Enrolments.enrolment(cyd, 3));
  }

  private RestoreGallery.Outcome restore(Selection selection) {
    return stores.restore().restore(selection, RestoreObserver.NONE);
  }

  @Test
  void fillsAGalleryThatLostEverything() {
    enrolThree();
    stores.gallery().reset();
    assertThat(stores.gallery().needsRebuild()).isTrue();

    assertThat(restore(Selection.ALL))
        .isEqualTo(new RestoreGallery.Outcome(3, 0, 0, Map.of(), true));
    assertThat(stores.gallery().needsRebuild()).isFalse();
    assertThat(stores.drift()).isEmpty();
  }

  @Test
  void passesOverWhatIsThereMendsWhatIsStaleAndForgetsWhatIsExtra() {
    enrolThree();
    stores.gallery().enrol(Enrolments.reference(bob, 9));
    stores.gallery().enrol(Enrolments.reference(eve, 4));

    assertThat(restore(Selection.ALL))
        .isEqualTo(new RestoreGallery.Outcome(1, 2, 1, Map.of(), true));
    assertThat(stores.drift()).isEmpty();
  }

  @Test
  void restoresOneSourceAlone() {
    enrolThree();
    stores.gallery().reset();
    stores.gallery().enrol(Enrolments.reference(eve, 4));
    ReferenceKey mallory = Enrolments.face("bank", "mallory");
    stores.gallery().enrol(Enrolments.reference(mallory, 5));

    var bank = new Selection(Optional.of(new Source("bank")), 0, Long.MAX_VALUE);
    assertThat(restore(bank)).isEqualTo(new RestoreGallery.Outcome(1, 0, 1, Map.of(), true));
    assertThat(stores.gallery().find(bob)).isPresent();
    assertThat(stores.gallery().find(ada)).isEmpty();
    assertThat(stores.gallery().find(eve)).isPresent();
    assertThat(stores.gallery().find(mallory)).isEmpty();
    assertThat(stores.gallery().needsRebuild()).isTrue();
  }

  @Test
  void restoresSomeFromAPlaceOnAndForgetsNobody() {
    enrolThree();
    stores.gallery().reset();
    stores.gallery().enrol(Enrolments.reference(eve, 4));

    var second = new Selection(Optional.empty(), 1, 1);
    assertThat(second.size(stores.store())).isEqualTo(1);
    assertThat(restore(second)).isEqualTo(new RestoreGallery.Outcome(1, 0, 0, Map.of(), true));
    assertThat(stores.gallery().find(bob)).isPresent();
    assertThat(stores.gallery().find(ada)).isEmpty();
    assertThat(stores.gallery().find(cyd)).isEmpty();
    assertThat(stores.gallery().find(eve)).isPresent();
    assertThat(stores.gallery().needsRebuild()).isTrue();
  }

  @Test
  void aPlaceBehindTheLastSelectsNobody() {
    enrolThree();
    var beyond = new Selection(Optional.empty(), 3, 10);
    assertThat(beyond.size(stores.store())).isZero();
    assertThat(restore(beyond)).isEqualTo(new RestoreGallery.Outcome(0, 0, 0, Map.of(), true));
  }

  @Test
  void enrolsNoTemplateThatAnotherModelPackMadeAndSaysWhose() {
    stores.keeper().enrol(Enrolments.enrolment(ada, 1));
    stores.recordForeign(bob);
    stores.gallery().reset();

    List<ReferenceKey> failed = new ArrayList<>();
    var outcome = stores.restore().restore(Selection.ALL, watching(failed));
    assertThat(outcome)
        .isEqualTo(new RestoreGallery.Outcome(1, 0, 0, Map.of(NotRestored.OTHER_PACK, 1L), true));
    assertThat(failed).containsExactly(bob);
    assertThat(stores.gallery().find(bob)).isEmpty();
    assertThat(stores.gallery().needsRebuild()).isTrue();
  }

  @Test
  void endsEarlyWhenItsThreadIsInterruptedAndGoesOnWhenStartedAgain() {
    for (int person = 0; person < 600; person++) {
      stores.keeper().enrol(Enrolments.enrolment(Enrolments.face("p" + person), person));
    }
    stores.gallery().reset();
    RestoreObserver impatient =
        new RestoreObserver() {
          @Override
          public void done(long faces) {
            Thread.currentThread().interrupt();
          }

          @Override
          public void failed(ReferenceKey face, NotRestored reason) {}
        };
    var first = stores.restore().restore(Selection.ALL, impatient);
    assertThat(Thread.interrupted()).isTrue();
    assertThat(first.finished()).isFalse();
    assertThat(stores.gallery().needsRebuild()).isTrue();

    var second = restore(Selection.ALL);
    assertThat(second.alreadyThere()).isEqualTo(first.enrolled()).isPositive();
    assertThat(second.searchable()).isEqualTo(600);
    assertThat(second.finished()).isTrue();
    assertThat(stores.gallery().needsRebuild()).isFalse();
  }

  private static RestoreObserver watching(List<ReferenceKey> failed) {
    return new RestoreObserver() {
      @Override
      public void done(long faces) {}

      @Override
      public void failed(ReferenceKey face, NotRestored reason) {
        failed.add(face);
      }
    };
  }
}
