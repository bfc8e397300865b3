package io.faceservice.inference.decode;

import io.faceservice.inference.pack.DetectorOutput;
import io.faceservice.inference.pack.DetectorRole;
import io.faceservice.inference.tensor.Tensor;
import java.util.List;
import java.util.Map;

/** From one family's output tensors to faces. Pure arithmetic; safe for use by many threads. */
public interface FaceDecoder {

  /**
   * Returns every candidate at or above the role's score threshold, overlapping ones included, in
   * any order.
   *
   * @throws IllegalArgumentException if an output is missing or has another shape
   */
  List<RawFace> decode(Map<String, Tensor> outputs);

  /** The decoder for a detector. */
  static FaceDecoder of(DetectorRole role) {
    return switch (role.decoder()) {
      case DetectorOutput.DecodedCorners output ->
          new DecodedCornersDecoder(output, role.scoreThreshold());
    };
  }
}
