package io.faceservice.application.compare;

import io.faceservice.application.acquire.Finding;
import io.faceservice.application.liveness.FaceExamination;
import io.faceservice.application.liveness.Sighting;
import io.faceservice.domain.biometric.FaceImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;

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

  /**
   * One look a picture, the probe first: with signs of life where liveness is asked, else without.
   */
  public List<Callable<Finding<Optional<Sighting>>>> looks(FaceExamination examination) {
    if (!asksForLiveness()) {
      return List.of(() -> examination.see(probe));
    }
    List<Callable<Finding<Optional<Sighting>>>> looks = new ArrayList<>();
    looks.add(() -> examination.examine(probe));
    frames.forEach(frame -> looks.add(() -> examination.examine(frame)));
    return looks;
  }
}
