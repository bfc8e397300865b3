package io.faceservice.application.port;

import io.faceservice.domain.biometric.FaceTemplate;
import io.faceservice.domain.biometric.FacialLandmarks;
import io.faceservice.domain.biometric.ModelId;
import io.faceservice.domain.biometric.Pixels;

/** Makes templates. The same pixels give the same answer. Safe for use by many threads. */
public interface FaceEncoder {

  /** The model pack whose templates this encoder makes. */
  ModelId model();

  /** How many values an embedding has. */
  int dimension();

  /**
   * Aligns the face by its landmarks and encodes it; the embedding has unit length.
   *
   * @throws BackendException if inference fails
   */
  FaceTemplate encode(Pixels pixels, FacialLandmarks landmarks);
}
