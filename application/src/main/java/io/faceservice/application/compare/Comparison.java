package io.faceservice.application.compare;

import io.faceservice.application.acquire.Capture;
import io.faceservice.domain.biometric.ModelId;
import io.faceservice.domain.compare.ComparisonDecision;
import io.faceservice.domain.compare.Similarity;
import io.faceservice.domain.liveness.Frame;
import io.faceservice.domain.liveness.PadScore;
import java.util.List;
import java.util.Map;

/** What became of a comparison. */
public sealed interface Comparison {

  /**
   * All pictures showed a face.
   *
   * @param model the model pack that made the templates
   * @param captures what the pictures showed; no {@link Role#REFERENCE} where it was enrolled
   */
  record Compared(Verdict verdict, Liveness liveness, ModelId model, Map<Role, Capture> captures)
      implements Comparison {
    public Compared {
      captures = Map.copyOf(captures);
    }
  }

  /** There is no face in at least one of the pictures. */
  record NotAcquired() implements Comparison {}

  /** Which side of the comparison a picture stood on. */
  enum Role {
    REFERENCE,
    PROBE
  }

  /**
   * Whether it is one person.
   *
   * @param threshold the least similarity of a match
   */
  record Verdict(ComparisonDecision decision, Similarity similarity, Similarity threshold) {}

  /** Whether the probe is a live person's. */
  sealed interface Liveness {

    /** Nobody asked. */
    record NotAsked() implements Liveness {}

    /**
     * Judged by the frames.
     *
     * @param probe how bona fide the probe itself is
     * @param frames what was found in each frame, in the order sent
     */
    record Assessed(boolean live, PadScore probe, List<Frame> frames) implements Liveness {
      public Assessed {
        frames = List.copyOf(frames);
      }
    }
  }
}
