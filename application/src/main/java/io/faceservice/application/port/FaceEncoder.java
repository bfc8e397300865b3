package io.faceservice.application.port;

import io.faceservice.domain.biometric.FaceTemplate;
import io.faceservice.domain.biometric.FacialLandmarks;
import io.faceservice.domain.biometric.ModelId;
import io.faceservice.domain.biometric.Pixels;
import java.util.List;

/** Makes templates. The same pixels give the same answer. Safe for use by many threads. */
public interface FaceEncoder {

  /** The model pack whose templates this encoder makes. */
  ModelId model();

  /** How many values an embedding has. */
  int dimension();

  /** Aligns the face by its landmarks. */
  AlignedFace align(Pixels pixels, FacialLandmarks landmarks);

  /**
   * Encodes faces that this encoder aligned: one template each, in their order, whose embeddings
   * have unit length. A face gets the same whoever else is encoded with it, but for rounding.
   *
   * @throws BackendException if inference fails
   */
  List<FaceTemplate> encode(List<AlignedFace> faces);

  /**
   * How many faces of one request to encode in one call, 1 or more: more than 1 where that is
   * faster than calls side by side.
   */
  int atOnce();

  /** Aligns and encodes one face. */
  default FaceTemplate encode(Pixels pixels, FacialLandmarks landmarks) {
    return encode(List.of(align(pixels, landmarks))).getFirst();
  }
}
