package io.faceservice.bootstrap.cli;

import io.faceservice.application.acquire.Acquisition;
import io.faceservice.application.acquire.Acquisition.Acquired;
import io.faceservice.application.acquire.Acquisition.NotAcquired;
import io.faceservice.application.acquire.FaceAcquisition;
import io.faceservice.application.acquire.Workers;
import io.faceservice.bootstrap.cli.options.ImageFiles;
import io.faceservice.bootstrap.cli.options.ServiceOptions;
import io.faceservice.domain.compare.ComparisonDecision;
import io.faceservice.domain.compare.Similarity;
import io.faceservice.domain.compare.VerificationPolicy;
import io.micronaut.context.ApplicationContext;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code face-service compare A B}: are these two photos the same person? */
@Command(
    name = "compare",
    description = "Compares the faces of two photos.",
    mixinStandardHelpOptions = true,
    exitCodeListHeading = "Exit codes:%n",
    exitCodeList = {"0:match", "1:no match, or no face", "2:not readable, or wrongly called"})
final class CompareCommand implements Callable<Integer> {
  @Spec CommandSpec spec = CommandSpec.create();
  @Mixin ServiceOptions options = new ServiceOptions();

  @Parameters(index = "0", paramLabel = "A", description = "A photo.")
  Path first = Path.of("");

  @Parameters(index = "1", paramLabel = "B", description = "Another photo.")
  Path second = Path.of("");

  @Override
  public Integer call() {
    try (ApplicationContext context = options.start()) {
      FaceAcquisition acquisition = context.getBean(FaceAcquisition.class);
      List<Acquisition> both =
          context
              .getBean(Workers.class)
              .all(
                  Stream.of(first, second)
                      .map(
                          file ->
                              (Callable<Acquisition>)
                                  () -> acquisition.acquire(ImageFiles.read(file)))
                      .toList());
      return switch (both.getFirst()) {
        case NotAcquired none -> noFace(first);
        case Acquired a ->
            switch (both.getLast()) {
              case NotAcquired none -> noFace(second);
              case Acquired b -> compare(a, b, context.getBean(VerificationPolicy.class));
            };
      };
    }
  }

  private int compare(Acquired a, Acquired b, VerificationPolicy policy) {
    Similarity similarity = Similarity.of(a.template(), b.template());
    ComparisonDecision decision = policy.decide(similarity);
    spec.commandLine()
        .getOut()
        .printf(
            Locale.ROOT,
            "%s  similarity %.4f, threshold %.4f, model %s%n",
            decision,
            similarity.value(),
            policy.threshold().value(),
            a.template().model());
    return decision == ComparisonDecision.MATCH ? 0 : 1;
  }

  private int noFace(Path file) {
    spec.commandLine().getOut().println("NO_FACE  in " + file);
    return 1;
  }
}
