package io.faceservice.application.detect;

import io.faceservice.domain.biometric.Box;
import io.faceservice.domain.biometric.DetectedFace;
import io.faceservice.domain.biometric.FaceSelection;
import io.faceservice.domain.biometric.FacialLandmarks;
import java.util.List;
import java.util.Optional;

/**
 * The faces of one picture.
 *
 * @param width of the upright picture, in pixels
 * @param height of the upright picture, in pixels
 * @param faces all of them, the most confident first
 */
public record Detection(int width, int height, List<Found> faces) {

  /** One face; its landmarks if they were asked for. */
  public record Found(DetectedFace face, Optional<FacialLandmarks> landmarks) {}

  public Detection {
    faces = List.copyOf(faces);
  }

  /**
   * Only the faces that cover at least such a share of the picture.
   *
   * @param share of the picture's area, 0 to 1
   */
  public Detection covering(double share) {
    double least = share * width * height;
    return new Detection(
        width, height, faces.stream().filter(f -> visible(f.face()).area() >= least).toList());
  }

  /** Where the face is that the picture speaks for, cut to the picture; empty if it has none. */
  public Optional<Box> chosen() {
    var detected = faces.stream().map(Found::face).toList();
    return switch (FaceSelection.of(detected, width, height)) {
      case FaceSelection.None none -> Optional.empty();
      case FaceSelection.One(var face) -> Optional.of(visible(face));
      case FaceSelection.Several(var face, var all) -> Optional.of(visible(face));
    };
  }

  private Box visible(DetectedFace face) {
    return face.box().within(width, height);
  }
}
