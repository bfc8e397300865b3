package io.faceservice.inference.pack;

import java.util.List;

/**
 * Faces that the model itself decoded and chose, as peteryuX's RetinaFace for TensorFlow gives
 * them: all in fractions of the input, padding included (retinaface-tf2, {@code
 * modules/models.py}).
 *
 * @param faces output {@code [n, 16]}: x1, y1, x2, y2, five points, whether the row is valid, score
 */
public record GatheredOutput(String faces) implements DetectorOutput {
  @Override
  public List<String> outputs() {
    return List.of(faces);
  }

  @Override
  public boolean givesKeypoints() {
    return true;
  }
}
