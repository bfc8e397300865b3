package io.faceservice.domain.enrolment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

final class EnrolmentPolicyTest {

  @Test
  void hasRoomUpToTheMostFaces() {
    var policy = new EnrolmentPolicy(2);

    assertThat(policy.hasRoomBeside(0)).isTrue();
    assertThat(policy.hasRoomBeside(1)).isTrue();
    assertThat(policy.hasRoomBeside(2)).isFalse();
    assertThat(policy.hasRoomBeside(3)).isFalse();
  }

  @Test
  void isNoneWithoutRoomForAFace() {
    assertThatIllegalArgumentException().isThrownBy(() -> new EnrolmentPolicy(0));
  }
}
