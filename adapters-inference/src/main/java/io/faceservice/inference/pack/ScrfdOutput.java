package io.faceservice.inference.pack;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * InsightFace's SCRFD ({@code det_10g}, {@code det_500m}): for each cell of each stride some
 * anchors, all at the cell's top left corner; outputs are distances from it in strides
 * (insightface, {@code python-package/insightface/model_zoo/scrfd.py}, {@code distance2bbox} and
 * {@code distance2kps}).
 *
 * @param anchors how many anchors a cell has; they follow each other in the outputs
 * @param levels one for each stride
 */
public record ScrfdOutput(int anchors, List<Level> levels) implements DetectorOutput {
  public ScrfdOutput {
    levels = List.copyOf(levels);
    Require.positive("anchors", anchors);
    Require.some("levels", levels);
    if (levels.stream().map(level -> level.keypoints() == null).distinct().count() > 1) {
      throw new IllegalArgumentException("keypoints are told on every level or on none");
    }
  }

  /**
   * One stride, with n anchors in rows from the top left.
   *
   * @param stride pixels of the input between cells
   * @param scores output {@code [n, 1]}, probabilities
   * @param boxes output {@code [n, 4]}: how far left, top, right and bottom are
   * @param keypoints output {@code [n, 10]}: x, y of five points; without it there are none
   */
  public record Level(int stride, String scores, String boxes, @Nullable String keypoints) {
    public Level {
      Require.positive("stride", stride);
    }
  }

  @Override
  public List<String> outputs() {
    return levels.stream()
        .flatMap(level -> Stream.of(level.scores(), level.boxes(), level.keypoints()))
        .filter(Objects::nonNull)
        .toList();
  }

  @Override
  public boolean givesKeypoints() {
    return levels.getFirst().keypoints() != null;
  }

  @Override
  public List<Integer> strides() {
    return levels.stream().map(Level::stride).toList();
  }
}
