package io.faceservice.application.enrol;

import io.faceservice.application.compare.Presentation;
import io.faceservice.application.liveness.Sighting;
import io.faceservice.application.port.enrolment.Enrolment;
import io.faceservice.application.port.enrolment.Evidence;
import io.faceservice.application.port.enrolment.LivenessReport;
import io.faceservice.domain.biometric.BiometricReference;
import io.faceservice.domain.biometric.CreatedAt;
import io.faceservice.domain.biometric.ReferenceKey;
import io.faceservice.domain.liveness.Frame;
import io.faceservice.domain.liveness.PadScore;
import java.time.Instant;
import java.util.List;

/** Whether what came from before the camera may become a reference. */
sealed interface Suitability {

  /** It may. */
  record Suitable(Sighting sighting, LivenessReport report) implements Suitability {

    /** The enrolment it becomes. */
    Enrolment enrolment(
        ReferenceKey key, CreatedAt createdAt, Presentation presentation, Instant enrolledAt) {
      return new Enrolment(
          new BiometricReference(key, sighting.template(), createdAt),
          new Evidence(presentation.probe(), presentation.frames(), report),
          enrolledAt);
    }
  }

  /** There is no face in one of the pictures. */
  record NotAcquired() implements Suitability {}

  /** Liveness was asked for and not shown. */
  record NotLive(PadScore probe, List<Frame> frames) implements Suitability {
    public NotLive {
      frames = List.copyOf(frames);
    }
  }
}
