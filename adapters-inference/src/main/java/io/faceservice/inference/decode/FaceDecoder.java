package io.faceservice.inference.decode;

import io.faceservice.inference.pack.BlazeFaceOutput;
import io.faceservice.inference.pack.DecodedOutput;
import io.faceservice.inference.pack.DetectorRole;
import io.faceservice.inference.pack.GatheredOutput;
import io.faceservice.inference.pack.RetinaFaceOutput;
import io.faceservice.inference.pack.ScrfdOutput;
import io.faceservice.inference.pack.SsdOutput;
import io.faceservice.inference.pack.YuNetOutput;
import io.faceservice.inference.tensor.Tensor;
import java.util.List;
import java.util.Map;

/** From one family's output tensors to faces. Pure arithmetic; safe for use by many threads. */
public interface FaceDecoder {

  /**
   * Returns every candidate at or above the role's score threshold, overlapping ones included, in
   * any order.
   *
   * @throws io.faceservice.application.port.BackendException if an output is missing or has another
   *     shape
   */
  List<RawFace> decode(Map<String, Tensor> outputs);

  /** The decoder for a detector. */
  static FaceDecoder of(DetectorRole role) {
    return switch (role.decoder()) {
      case DecodedOutput output -> new DecodedDecoder(output, role.scoreThreshold());
      case ScrfdOutput output -> new ScrfdDecoder(output, role);
      case YuNetOutput output -> new YuNetDecoder(output, role);
      case RetinaFaceOutput output -> new PriorDecoder(output, role);
      case SsdOutput output -> new PriorDecoder(output, role);
      case GatheredOutput output -> new GatheredDecoder(output, role.scoreThreshold());
      case BlazeFaceOutput output -> new BlazeFaceDecoder(output, role.scoreThreshold());
    };
  }
}
