package io.faceservice.application.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import io.faceservice.application.testkit.Enrolments;
import io.faceservice.application.testkit.TwoStores;
import io.faceservice.domain.biometric.ReferenceKey;
import org.junit.jupiter.api.Test;

final class CompareStoresTest {
  private final TwoStores stores = new TwoStores();
  private final ReferenceKey ada = Enrolments.face("ada");
  private final ReferenceKey bob = Enrolments.face("bank", "bob");
  private final ReferenceKey eve = Enrolments.face("eve");

  @Test
  void findsNothingWhereTheStoresAgree() {
    stores.keeper().enrol(Enrolments.enrolment(ada, 1));
    stores.keeper().enrol(Enrolments.enrolment(bob, 2));
    assertThat(stores.drift()).isEmpty();
  }

  @Test
  void namesWhatIsMissingExtraAndStaleAndMendsIt() {
    stores.keeper().enrol(Enrolments.enrolment(ada, 1));
    stores.keeper().enrol(Enrolments.enrolment(bob, 2));
    stores.gallery().remove(ada);
    stores.gallery().enrol(Enrolments.reference(bob, 3));
    stores.gallery().enrol(Enrolments.reference(eve, 4));

    assertThat(stores.drift())
        .containsExactlyInAnyOrder(
            new Drift(Drift.Kind.MISSING, ada),
            new Drift(Drift.Kind.STALE, bob),
            new Drift(Drift.Kind.EXTRA, eve));

    stores.drift().forEach(drift -> stores.keeper().mend(drift.reference()));
    assertThat(stores.drift()).isEmpty();
  }

  @Test
  void missesNothingThatAnotherModelPackMadeAndWantsNoneOfItsTemplatesInTheGallery() {
    stores.keeper().enrol(Enrolments.enrolment(ada, 1));
    stores.gallery().enrol(Enrolments.reference(bob, 2));
    stores.recordForeign(bob);
    assertThat(stores.drift()).containsExactly(new Drift(Drift.Kind.STALE, bob));
    stores.keeper().mend(bob);
    assertThat(stores.gallery().find(bob)).isEmpty();
    assertThat(stores.drift()).isEmpty();
  }
}
