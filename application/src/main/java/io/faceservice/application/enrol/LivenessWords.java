package io.faceservice.application.enrol;

import io.faceservice.application.port.enrolment.LivenessReport;
import io.faceservice.domain.liveness.Frame;
import io.faceservice.domain.liveness.PadScore;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What a passed liveness check found, as the record keeps it: JSON of numbers. */
final class LivenessWords {
  private LivenessWords() {}

  static LivenessReport of(PadScore probe, List<Frame> frames) {
    return new LivenessReport(
        frames.stream()
            .map(
                frame ->
                    String.format(
                        Locale.ROOT,
                        "{\"pad_score\":%.6f,\"similarity\":%.6f}",
                        frame.padScore().value(),
                        frame.similarity().value()))
            .collect(
                Collectors.joining(
                    ",",
                    String.format(Locale.ROOT, "{\"pad_score\":%.6f,\"frames\":[", probe.value()),
                    "]}")));
  }
}
