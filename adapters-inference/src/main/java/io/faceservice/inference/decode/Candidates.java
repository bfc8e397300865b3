package io.faceservice.inference.decode;

import io.faceservice.domain.biometric.Box;
import io.faceservice.domain.biometric.Point;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The faces that a decoder found so far; numbers that make no face are dropped. */
final class Candidates {
  private final List<RawFace> faces = new ArrayList<>();

  /**
   * Adds a face, unless its box has no area or a number is not finite.
   *
   * @param score its confidence; above 1 counts as 1
   * @param corners x1, y1, x2, y2 in fractions of the input
   * @param keypoints x, y of each point in fractions of the input; or empty
   */
  void add(double score, double[] corners, double[] keypoints) {
    boolean finite =
        Arrays.stream(corners).allMatch(Double::isFinite)
            && Arrays.stream(keypoints).allMatch(Double::isFinite);
    if (!finite || corners[2] <= corners[0] || corners[3] <= corners[1]) {
      return;
    }
    List<Point> points = new ArrayList<>(keypoints.length / 2);
    for (int i = 0; i < keypoints.length; i += 2) {
      points.add(new Point(keypoints[i], keypoints[i + 1]));
    }
    Box box = new Box(corners[0], corners[1], corners[2], corners[3]);
    faces.add(new RawFace(box, Math.min(score, 1), List.copyOf(points)));
  }

  /** What was added, in that order. */
  List<RawFace> faces() {
    return faces;
  }
}
