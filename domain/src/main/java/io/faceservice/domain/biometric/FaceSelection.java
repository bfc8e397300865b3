package io.faceservice.domain.biometric;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** Which face an image speaks for. */
public sealed interface FaceSelection {

  /** There is no face in the image. */
  record None() implements FaceSelection {}

  /** The image speaks for this face, the only one in it. */
  record One(DetectedFace face) implements FaceSelection {}

  /**
   * The image shows several faces and speaks for one of them.
   *
   * @param faces how many there are, the chosen one included
   */
  record Several(DetectedFace face, int faces) implements FaceSelection {}

  /**
   * Chooses the face with the largest area less twice its squared distance to the image's centre:
   * large and central, in pixels squared. The same faces give the same choice in any order.
   */
  static FaceSelection of(Collection<DetectedFace> faces, int width, int height) {
    List<DetectedFace> best =
        faces.stream()
            .sorted(
                Comparator.comparingDouble(
                        (DetectedFace face) -> -prominence(face.box(), width, height))
                    .thenComparingDouble(face -> face.box().x1())
                    .thenComparingDouble(face -> face.box().y1()))
            .limit(1)
            .toList();
    if (best.isEmpty()) {
      return new None();
    }
    return faces.size() == 1
        ? new One(best.getFirst())
        : new Several(best.getFirst(), faces.size());
  }

  /** Area less twice the squared distance from the image's centre, in pixels squared. */
  static double prominence(Box box, int width, int height) {
    double distance = box.centre().distanceTo(new Point(width / 2.0, height / 2.0));
    return box.area() - 2 * distance * distance;
  }
}
