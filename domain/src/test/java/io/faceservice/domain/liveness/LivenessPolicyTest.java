package io.faceservice.domain.liveness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.faceservice.domain.biometric.Pixels;
import io.faceservice.domain.compare.Similarity;
import io.faceservice.domain.liveness.LivenessPolicy.Mode;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class LivenessPolicyTest {
  private static final PadScore GENUINE = new PadScore(0.9);
  private static final PadScore ATTACK = new PadScore(0.1);
  private static final double SAME = 0.8;
  private static final double OTHER = 0.5;

  @ParameterizedTest
  @EnumSource(Mode.class)
  void findsNobodyLiveWithoutFrames(Mode mode) {
    assertThat(policy(mode, 0).isLive(GENUINE, List.of())).isFalse();
  }

  @ParameterizedTest
  @EnumSource(Mode.class)
  void wantsTheShareOfFramesToMatch(Mode mode) {
    List<Frame> threeOfFive =
        List.of(frame(SAME, 1), frame(SAME, 2), frame(SAME, 3), frame(OTHER, 4), frame(OTHER, 5));
    List<Frame> twoOfFive =
        List.of(frame(SAME, 1), frame(SAME, 2), frame(OTHER, 3), frame(OTHER, 4), frame(OTHER, 5));

    assertThat(policy(mode, 0).isLive(GENUINE, threeOfFive)).isTrue();
    assertThat(policy(mode, 0).isLive(GENUINE, twoOfFive)).isFalse();
  }

  @ParameterizedTest
  @EnumSource(Mode.class)
  void wantsTheNumberOfFramesInsteadWhereOneIsSet(Mode mode) {
    List<Frame> twoOfFive =
        List.of(frame(SAME, 1), frame(SAME, 2), frame(OTHER, 3), frame(OTHER, 4), frame(OTHER, 5));

    assertThat(policy(mode, 2).isLive(GENUINE, twoOfFive)).isTrue();
    assertThat(policy(mode, 3).isLive(GENUINE, twoOfFive)).isFalse();
  }

  @Test
  void countsAFrameAsMatchingFromTheThresholdOn() {
    assertThat(policy(Mode.STRICT, 0).isLive(GENUINE, List.of(frame(0.6, 1)))).isTrue();
    assertThat(policy(Mode.STRICT, 0).isLive(GENUINE, List.of(frame(0.5999, 1)))).isFalse();
  }

  @Test
  void wantsProbeAndEveryFrameToBeBonaFideWhenStrict() {
    List<Frame> genuine = List.of(frame(SAME, 1), frame(SAME, 2));
    List<Frame> oneAttack = List.of(frame(SAME, 1), frame(SAME, 2), frame(SAME, ATTACK, 3));

    assertThat(policy(Mode.STRICT, 0).isLive(GENUINE, genuine)).isTrue();
    assertThat(policy(Mode.STRICT, 0).isLive(ATTACK, genuine)).isFalse();
    assertThat(policy(Mode.STRICT, 0).isLive(GENUINE, oneAttack)).isFalse();
  }

  @Test
  void doesNotCountCopiesTwiceWhenStrict() {
    List<Frame> copies = List.of(frame(SAME, 1), frame(SAME, 1), frame(SAME, 1));
    List<Frame> twoAndACopy = List.of(frame(SAME, 1), frame(SAME, 1), frame(SAME, 2));
    List<Frame> twoAndTwoCopies =
        List.of(frame(SAME, 1), frame(SAME, 1), frame(SAME, 1), frame(SAME, 2));

    assertThat(policy(Mode.STRICT, 0).isLive(GENUINE, copies)).isFalse();
    assertThat(policy(Mode.STRICT, 1).isLive(GENUINE, copies)).isFalse();
    assertThat(policy(Mode.STRICT, 0).isLive(GENUINE, twoAndACopy)).isTrue();
    assertThat(policy(Mode.STRICT, 0).isLive(GENUINE, twoAndTwoCopies)).isFalse();
  }

  @Test
  void asksForNothingButSimilarityInTheOldMode() {
    List<Frame> copiesOfAnAttack = List.of(frame(SAME, ATTACK, 1), frame(SAME, ATTACK, 1));

    assertThat(policy(Mode.SIMILARITY, 0).isLive(ATTACK, copiesOfAnAttack)).isTrue();
  }

  @Test
  void tellsWhetherEnoughFramesShowThePerson() {
    List<Similarity> threeMatch =
        List.of(new Similarity(SAME), new Similarity(SAME), new Similarity(SAME));

    assertThat(policy(Mode.STRICT, 0).enoughMatch(threeMatch, 5)).isTrue();
    assertThat(policy(Mode.STRICT, 0).enoughMatch(threeMatch, 6)).isFalse();
    assertThat(policy(Mode.STRICT, 0).enoughMatch(List.of(), 1)).isFalse();
  }

  @Test
  void refusesAShareThatIsNone() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                new LivenessPolicy(
                    Mode.STRICT, new Similarity(0.6), 1.1, 0, new PadPolicy(new PadScore(0.5))));
  }

  private static LivenessPolicy policy(Mode mode, int minimum) {
    return new LivenessPolicy(
        mode, new Similarity(0.6), 0.6, minimum, new PadPolicy(new PadScore(0.5)));
  }

  private static Frame frame(double similarity, int picture) {
    return frame(similarity, GENUINE, picture);
  }

  /** Frames of one picture number are copies; of two, they differ. */
  private static Frame frame(double similarity, PadScore score, int picture) {
    byte[] grey = new byte[3];
    Arrays.fill(grey, (byte) (picture * 20));
    return new Frame(
        new Similarity(similarity), score, FrameFingerprint.of(Pixels.ofRgb(1, 1, grey)));
  }
}
