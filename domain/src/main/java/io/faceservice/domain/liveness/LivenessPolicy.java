package io.faceservice.domain.liveness;

import io.faceservice.domain.compare.Similarity;
import java.util.ArrayList;
import java.util.List;

/**
 * When a probe counts as live, judged by the frames sent with it.
 *
 * @param mode whether frames must also be bona fide and no copies of each other
 * @param frameThreshold the least similarity to the reference of a frame that matches
 * @param frames the least share of frames that must match, 0 to 1
 * @param minimumFrames where above 0, how many frames must match instead of a share
 * @param pad when a presentation is bona fide
 */
public record LivenessPolicy(
    Mode mode, Similarity frameThreshold, double frames, int minimumFrames, PadPolicy pad) {

  /** How much the frames have to prove. */
  public enum Mode {
    /** Every frame and the probe are bona fide, and a copy of a frame does not count again. */
    STRICT,
    /** The frames show the same person: the rule of the service's first generation. */
    SIMILARITY
  }

  public LivenessPolicy {
    if (!(frames >= 0 && frames <= 1) || minimumFrames < 0) {
      throw new IllegalArgumentException("a share of frames lies in 0..1, a number at 0 or above");
    }
  }

  /** Whether the probe is live. No frames prove nothing. */
  public boolean isLive(PadScore probe, List<Frame> evidence) {
    if (evidence.isEmpty()) {
      return false;
    }
    return switch (mode) {
      case SIMILARITY -> enough(matching(evidence), evidence.size());
      case STRICT -> strictlyLive(probe, evidence);
    };
  }

  /**
   * Whether enough frames show the person of the reference, whatever else they show.
   *
   * @param similarities to the reference, of those frames that show a face
   * @param all how many frames there are, 1 or more
   */
  public boolean enoughMatch(List<Similarity> similarities, int all) {
    return enough(similarities.stream().filter(s -> s.atLeast(frameThreshold)).count(), all);
  }

  private boolean strictlyLive(PadScore probe, List<Frame> evidence) {
    List<Frame> distinct = withoutCopies(evidence);
    boolean copiesOfOnePicture = evidence.size() > 1 && distinct.size() == 1;
    return !copiesOfOnePicture
        && bonaFide(probe)
        && evidence.stream().allMatch(frame -> bonaFide(frame.padScore()))
        && enough(matching(distinct), evidence.size());
  }

  private boolean bonaFide(PadScore score) {
    return pad.decide(score) == PadDecision.BONA_FIDE;
  }

  private long matching(List<Frame> evidence) {
    return evidence.stream().filter(f -> f.similarity().atLeast(frameThreshold)).count();
  }

  private boolean enough(long matching, int all) {
    return minimumFrames > 0 ? matching >= minimumFrames : (double) matching / all >= frames;
  }

  private static List<Frame> withoutCopies(List<Frame> evidence) {
    List<Frame> distinct = new ArrayList<>();
    for (Frame frame : evidence) {
      if (distinct.stream().noneMatch(d -> d.fingerprint().looksLike(frame.fingerprint()))) {
        distinct.add(frame);
      }
    }
    return distinct;
  }
}
