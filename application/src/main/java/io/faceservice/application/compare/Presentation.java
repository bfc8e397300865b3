package io.faceservice.application.compare;

import io.faceservice.domain.biometric.FaceImage;
import java.util.List;

/**
 * What came from before the camera.
 *
 * @param probe the picture to compare
 * @param frames further pictures that shall prove life; none where liveness is not asked
 */
public record Presentation(FaceImage probe, List<FaceImage> frames) {
  public Presentation {
    frames = List.copyOf(frames);
  }

  public boolean asksForLiveness() {
    return !frames.isEmpty();
  }
}
