package io.faceservice.application.enrol;

import io.faceservice.application.acquire.Capture;
import io.faceservice.domain.biometric.ModelId;
import io.faceservice.domain.liveness.Frame;
import io.faceservice.domain.liveness.PadScore;
import java.util.List;

/** What became of an enrolment. */
public sealed interface Outcome {

  /**
   * The face is kept and searchable.
   *
   * @param model the model pack that made the template
   */
  record Enrolled(ModelId model, Capture capture) implements Outcome {}

  /** There is no face in one of the pictures; nothing is kept. */
  record NotAcquired() implements Outcome {}

  /**
   * Liveness was asked for and not shown; nothing is kept.
   *
   * @param probe how bona fide the picture itself is
   * @param frames what was found in each frame, in the order sent
   */
  record NotLive(PadScore probe, List<Frame> frames) implements Outcome {
    public NotLive {
      frames = List.copyOf(frames);
    }
  }
}
