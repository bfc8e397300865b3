package io.faceservice.domain.planted;

import io.faceservice.application.port.FaceDetector;
import jakarta.inject.Singleton;

/** Breaks the rules on purpose, so that {@code ArchitectureTest} can show that it would notice. */
@Singleton
final class DomainClassThatKnowsTooMuch {
  private final FaceDetector detector;

  DomainClassThatKnowsTooMuch(FaceDetector detector) {
    this.detector = detector;
  }

  @Override
  public String toString() {
    return detector.toString();
  }
}
