package io.faceservice.application.bulk;

import io.faceservice.domain.biometric.FaceImage;
import java.util.Optional;

/** An image that is read only when its turn comes. */
public interface ImageContent {

  /**
   * Reads it; empty if there is none where it should be.
   *
   * @throws io.faceservice.domain.biometric.InvalidInputException if it cannot be read or is larger
   *     than the service takes
   */
  Optional<FaceImage> read();

  /** Where it should be, for the one who has to mend it. */
  String name();
}
