package io.faceservice.inference.pack;

import java.util.List;

/**
 * Boxes that the model itself decoded, as the published UltraFace does: corners as fractions of the
 * input.
 *
 * @param scores output {@code [n, 2]}: background, face
 * @param boxes output {@code [n, 4]}: x1, y1, x2, y2
 */
public record DecodedOutput(String scores, String boxes) implements DetectorOutput {
  @Override
  public List<String> outputs() {
    return List.of(scores, boxes);
  }

  @Override
  public boolean givesKeypoints() {
    return false;
  }
}
