package io.faceservice.application.keep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.faceservice.application.port.BackendException;
import io.faceservice.application.port.GalleryEntry;
import io.faceservice.application.port.enrolment.Enrolment;
import io.faceservice.application.testkit.Enrolments;
import io.faceservice.application.testkit.TwoStores;
import io.faceservice.domain.biometric.ReferenceKey;
import org.junit.jupiter.api.Test;

final class RecordKeeperTest {
  private final TwoStores stores = new TwoStores();
  private final ReferenceKey ada = Enrolments.face("ada");
  private final Enrolment first = Enrolments.enrolment(ada, 1);
  private final Enrolment second = Enrolments.enrolment(ada, 2);

  @Test
  void makesTheGalleryFollowAnEnrolmentAndARemoval() {
    stores.keeper().enrol(first);
    assertThat(stores.gallery().find(ada)).contains(GalleryEntry.of(first.reference()));
    assertThat(stores.store().unfinished()).isEmpty();

    assertThat(stores.keeper().remove(ada.subjectKey())).isTrue();
    assertThat(stores.gallery().find(ada)).isEmpty();
    assertThat(stores.store().current(ada)).isEmpty();
    assertThat(stores.store().unfinished()).isEmpty();
    assertThat(stores.keeper().remove(ada.subjectKey())).isFalse();
  }

  @Test
  void leavesTheRecordAsItWasWhenTheGalleryFails() {
    stores.keeper().enrol(first);
    stores.breakGallery();
    assertThatThrownBy(() -> stores.keeper().enrol(second)).isInstanceOf(BackendException.class);
    assertThat(stores.store().current(ada))
        .hasValueSatisfying(face -> assertThat(face.reference()).isEqualTo(first.reference()));

    stores.mendGallery();
    stores.intents().settle();
    assertThat(stores.gallery().find(ada)).contains(GalleryEntry.of(first.reference()));
    assertThat(stores.store().unfinished()).isEmpty();
  }

  @Test
  void carriesARemovalThroughWhenTheGalleryIsBack() {
    stores.keeper().enrol(first);
    stores.breakGallery();
    assertThatThrownBy(() -> stores.keeper().remove(ada.subjectKey()))
        .isInstanceOf(BackendException.class);
    assertThat(stores.store().current(ada)).isEmpty();

    stores.mendGallery();
    assertThat(stores.gallery().find(ada)).isPresent();
    assertThat(stores.intents().settle()).isEqualTo(1);
    assertThat(stores.gallery().find(ada)).isEmpty();
    assertThat(stores.intents().settle()).isZero();
  }
}
