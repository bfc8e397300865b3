package io.faceservice.application.liveness;

import io.faceservice.domain.biometric.FaceImage;
import io.faceservice.domain.liveness.HeadAction;
import java.util.List;

/**
 * An action the capture subject was told to do, with the frames taken meanwhile.
 *
 * @param frames one or more
 */
public record CommandedAction(HeadAction action, List<FaceImage> frames) {
  public CommandedAction {
    frames = List.copyOf(frames);
  }
}
