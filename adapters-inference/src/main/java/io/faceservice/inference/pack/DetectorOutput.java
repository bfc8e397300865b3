package io.faceservice.inference.pack;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** What a detector's outputs mean: one variant a decoder family. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "family")
@JsonSubTypes({@JsonSubTypes.Type(value = DetectorOutput.DecodedCorners.class, name = "decoded")})
public sealed interface DetectorOutput {

  /**
   * Boxes that the model itself decoded, as UltraFace does: corners as fractions of the input.
   *
   * @param scores output {@code [1, n, 2]}: background, face
   * @param boxes output {@code [1, n, 4]}: x1, y1, x2, y2
   */
  record DecodedCorners(String scores, String boxes) implements DetectorOutput {}
}
