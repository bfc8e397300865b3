package io.faceservice.domain.liveness;

import static org.assertj.core.api.Assertions.assertThat;

import io.faceservice.domain.liveness.ActionPolicy.Observation;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ActionPolicyTest {
  private static final ActionPolicy POLICY = new ActionPolicy(1, -10, 10, 10, -10, 8, -8, 5.0, 0.7);

  @ParameterizedTest
  @CsvSource({
    "-10.1, 0, 0, 3, 0, HEAD_UP",
    "10.1, 0, 0, 3, 0, HEAD_DOWN",
    "0, 10.1, 0, 3, 0, HEAD_LEFT",
    "0, -10.1, 0, 3, 0, HEAD_RIGHT",
    "0, 0, 8.1, 3, 0, HEAD_TILTING_LEFT",
    "0, 0, -8.1, 3, 0, HEAD_TILTING_RIGHT",
    "0, 0, 0, 5.1, 0, EYE_BLINK",
    "0, 0, 0, 3, 0.71, MOUTH_OPEN"
  })
  void showsTheOneActionWhoseThresholdIsCrossed(
      double pitch, double yaw, double roll, double eye, double mouth, HeadAction action) {
    Observation seen = observation(pitch, yaw, roll, eye, mouth);

    assertThat(shown(List.of(seen, seen))).containsExactly(action);
  }

  @Test
  void showsNoActionAtTheThresholdsThemselves() {
    Observation low = observation(-10, -10, -8, 5.0, 0.7);
    Observation high = observation(10, 10, 8, 5.0, 0.7);

    assertThat(shown(List.of(low, low))).isEmpty();
    assertThat(shown(List.of(high, high))).isEmpty();
  }

  @Test
  void wantsMoreFramesThanTheThresholdToShowIt() {
    Observation up = observation(-20, 0, 0, 3, 0);
    Observation still = observation(0, 0, 0, 3, 0);

    assertThat(POLICY.passes(HeadAction.HEAD_UP, List.of(up, still, still))).isFalse();
    assertThat(POLICY.passes(HeadAction.HEAD_UP, List.of(up, still, up))).isTrue();
    assertThat(POLICY.passes(HeadAction.HEAD_UP, List.of())).isFalse();
  }

  private static Set<HeadAction> shown(List<Observation> frames) {
    return EnumSet.allOf(HeadAction.class).stream()
        .filter(action -> POLICY.passes(action, frames))
        .collect(Collectors.toSet());
  }

  private static Observation observation(
      double pitch, double yaw, double roll, double eye, double mouth) {
    return new Observation(new HeadPose(pitch, yaw, roll), new FacialExpression(eye, mouth));
  }
}
