package io.faceservice.application.port;

import io.faceservice.domain.biometric.DetectedFace;
import io.faceservice.domain.biometric.Pixels;
import java.util.List;

/** Finds faces. The same pixels give the same answer. Safe for use by many threads. */
public interface FaceDetector {

  /** How hard to look. */
  enum Search {
    /** Every face, down to small ones in a group photo. */
    EVERY_FACE,
    /**
     * As far as needed to know which face the image speaks for: faces too small to be chosen may
     * stay unseen.
     */
    CHOSEN_FACE
  }

  /**
   * Returns the faces found, the most confident first; empty if there is none.
   *
   * @throws BackendException if inference fails
   */
  List<DetectedFace> detect(Pixels pixels, Search search);
}
