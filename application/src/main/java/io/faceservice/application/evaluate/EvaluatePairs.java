package io.faceservice.application.evaluate;

import io.faceservice.application.acquire.Acquisition;
import io.faceservice.application.acquire.FaceAcquisition;
import io.faceservice.application.acquire.Workers;
import io.faceservice.domain.biometric.FaceTemplate;
import io.faceservice.domain.biometric.InvalidInputException;
import io.faceservice.domain.biometric.ModelId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;

/**
 * Measures a model pack on labelled pairs: acquires each distinct image once, compares the pairs,
 * and counts errors.
 *
 * <p>An image that cannot be read or shows no face is a failure to acquire and does not end the
 * run. As many pictures are in memory at a time as there are workers; of the others there is the
 * template alone.
 */
public final class EvaluatePairs {
  private final ModelId model;
  private final FaceAcquisition acquisition;
  private final Workers workers;
  private final Clock clock;

  /**
   * @param model whose templates the acquisition makes
   */
  public EvaluatePairs(ModelId model, FaceAcquisition acquisition, Workers workers, Clock clock) {
    this.model = model;
    this.acquisition = acquisition;
    this.workers = workers;
    this.clock = clock;
  }

  /**
   * Evaluates the pairs, in their order.
   *
   * @throws InvalidInputException if there are none
   * @throws io.faceservice.application.port.BackendException if inference fails: that is no
   *     property of the model pack, and ends the run
   */
  public EvaluationReport evaluate(
      List<LabelledPair> pairs, ImageSource source, Progress progress) {
    List<ImageName> images =
        pairs.stream()
            .flatMap(pair -> Stream.of(pair.probe(), pair.reference()))
            .distinct()
            .toList();
    if (images.isEmpty()) {
      throw new InvalidInputException("pairs", "There are no pairs to evaluate.");
    }
    Tally tally = new Tally(progress, images.size());
    Instant start = clock.instant();
    List<Tried> tried =
        workers.all(
            images.stream()
                .map(image -> (Callable<Tried>) () -> tally.counted(attempt(image, source)))
                .toList());
    Duration elapsed = Duration.between(start, clock.instant());
    return report(pairs, tried, elapsed);
  }

  private Tried attempt(ImageName image, ImageSource source) {
    try {
      return switch (acquisition.acquire(source.read(image))) {
        case Acquisition.Acquired acquired -> new Tried.Acquired(image, acquired.template());
        case Acquisition.NotAcquired none ->
            new Tried.Failed(new FailureToAcquire(image, "No face was found."));
      };
    } catch (InvalidInputException e) {
      return new Tried.Failed(new FailureToAcquire(image, e.problem()));
    }
  }

  private EvaluationReport report(List<LabelledPair> pairs, List<Tried> tried, Duration elapsed) {
    Map<ImageName, FaceTemplate> templates = new HashMap<>();
    Stream.Builder<FailureToAcquire> failures = Stream.builder();
    for (Tried image : tried) {
      switch (image) {
        case Tried.Acquired(var name, var template) -> templates.put(name, template);
        case Tried.Failed(var failure) -> failures.add(failure);
      }
    }
    return new EvaluationReport(
        model,
        new AcquisitionFigures(tried.size(), failures.build().toList(), elapsed),
        PairComparison.of(pairs, templates));
  }

  /** Counts the images that were tried, for all workers together. */
  private static final class Tally {
    private final Progress progress;
    private final int all;
    private int images;

    Tally(Progress progress, int all) {
      this.progress = progress;
      this.all = all;
    }

    synchronized Tried counted(Tried tried) {
      progress.tried(++images, all);
      return tried;
    }
  }
}
