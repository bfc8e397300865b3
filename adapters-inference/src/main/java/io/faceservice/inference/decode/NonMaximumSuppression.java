package io.faceservice.inference.decode;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** Of boxes that overlap, keeps the most confident: greedy non-maximum suppression. */
public final class NonMaximumSuppression {
  private NonMaximumSuppression() {}

  /**
   * Returns what is kept, the most confident first.
   *
   * @param overlap intersection over union above which two boxes are one face
   */
  public static List<RawFace> keep(Collection<RawFace> faces, double overlap) {
    List<RawFace> kept = new ArrayList<>();
    faces.stream()
        .sorted(Comparator.comparingDouble(RawFace::confidence).reversed())
        .forEach(
            face -> {
              if (kept.stream().noneMatch(k -> k.box().overlap(face.box()) > overlap)) {
                kept.add(face);
              }
            });
    return kept;
  }
}
