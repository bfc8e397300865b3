package io.faceservice.inference.pack;

import java.util.List;
import java.util.stream.Stream;

/**
 * OpenCV's YuNet of March 2023: one anchor a cell, at its top left corner; the score is the
 * geometric mean of two (OpenCV, {@code modules/objdetect/src/face_detect.cpp}, {@code
 * FaceDetectorYNImpl::postProcess}).
 *
 * @param levels one for each stride
 */
public record YuNetOutput(List<Level> levels) implements DetectorOutput {
  public YuNetOutput {
    levels = List.copyOf(levels);
    Require.some("levels", levels);
  }

  /**
   * One stride, with n cells in rows from the top left.
   *
   * @param stride pixels of the input between cells
   * @param classification output {@code [n, 1]}, clamped to 0..1
   * @param objectness output {@code [n, 1]}, clamped to 0..1
   * @param boxes output {@code [n, 4]}: the centre's offset in strides, the logarithms of width and
   *     height in strides
   * @param keypoints output {@code [n, 10]}: x, y of five points, in strides from the cell
   */
  public record Level(
      int stride, String classification, String objectness, String boxes, String keypoints) {
    public Level {
      Require.positive("stride", stride);
    }
  }

  @Override
  public List<String> outputs() {
    return levels.stream()
        .flatMap(l -> Stream.of(l.classification(), l.objectness(), l.boxes(), l.keypoints()))
        .toList();
  }

  @Override
  public boolean givesKeypoints() {
    return true;
  }

  @Override
  public List<Integer> strides() {
    return levels.stream().map(Level::stride).toList();
  }
}
