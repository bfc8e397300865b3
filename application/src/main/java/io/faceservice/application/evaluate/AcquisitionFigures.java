package io.faceservice.application.evaluate;

import io.faceservice.domain.evaluation.Proportion;
import java.time.Duration;
import java.util.List;

/**
 * How acquiring the images went.
 *
 * @param images how many distinct images were tried, 1 or more
 * @param failures those that gave no template, in the order of the pairs
 * @param elapsed from the first image to the last, by the clock on the wall
 */
public record AcquisitionFigures(int images, List<FailureToAcquire> failures, Duration elapsed) {
  public AcquisitionFigures {
    failures = List.copyOf(failures);
  }

  /** FTA: images that gave no template. */
  public Proportion failureToAcquireRate() {
    return new Proportion(failures.size(), images);
  }

  /** Templates made per second, reading and decoding included; 0 when no time was measured. */
  public double facesPerSecond() {
    return elapsed.isZero() ? 0 : (images - failures.size()) * 1e9 / elapsed.toNanos();
  }
}
