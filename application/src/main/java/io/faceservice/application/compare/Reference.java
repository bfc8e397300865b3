package io.faceservice.application.compare;

import io.faceservice.domain.biometric.FaceImage;
import io.faceservice.domain.biometric.FaceTemplate;
import java.util.List;

/** What a probe is compared with. */
public sealed interface Reference {

  /** A photo that came with the request. */
  record Photo(FaceImage image) implements Reference {}

  /**
   * The templates kept of an enrolled subject, the nearest of which counts.
   *
   * @param templates one or more
   */
  record Enrolled(List<FaceTemplate> templates) implements Reference {
    public Enrolled {
      templates = List.copyOf(templates);
      if (templates.isEmpty()) {
        throw new IllegalArgumentException("an enrolled subject has a template");
      }
    }
  }
}
