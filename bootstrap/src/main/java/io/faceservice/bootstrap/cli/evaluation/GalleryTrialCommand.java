package io.faceservice.bootstrap.cli.evaluation;

import io.faceservice.application.acquire.Acquisition;
import io.faceservice.application.acquire.FaceAcquisition;
import io.faceservice.application.acquire.Workers;
import io.faceservice.application.evaluate.ImageName;
import io.faceservice.application.evaluate.LabelledPair;
import io.faceservice.application.port.FaceEncoder;
import io.faceservice.bootstrap.cli.options.ServiceOptions;
import io.faceservice.domain.biometric.Embedding;
import io.faceservice.domain.biometric.InvalidInputException;
import io.faceservice.domain.biometric.ModelId;
import io.faceservice.domain.compare.Similarity;
import io.faceservice.vectorstore.embedded.ExactGallery;
import io.micronaut.context.ApplicationContext;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code face-service benchmark gallery}: does the gallery find real people among many? */
@Command(
    name = "gallery",
    description = {
      "Enrols one image of each genuine pair in an embedded gallery among made-up strangers, who",
      "are spread as the pack's real embeddings are, and searches with the other image.",
      "FILE has one pair a line, as for evaluate. Everything is kept in a temporary directory."
    },
    mixinStandardHelpOptions = true)
public final class GalleryTrialCommand implements Callable<Integer> {
  private static final int MADE_UP_EACH = 3;
  private static final double LEAST_COSINE = 0.40;
  private static final double GREATEST_COSINE = 0.45;

  @Spec CommandSpec spec = CommandSpec.create();
  @Mixin ServiceOptions options = new ServiceOptions();

  @Option(names = "--pairs", paramLabel = "FILE", required = true, description = "The pairs.")
  Path pairs = Path.of("");

  @Option(
      names = "--root",
      paramLabel = "DIR",
      description = "Where relative image paths start; by default where FILE lies.")
  @Nullable Path root;

  @Option(
      names = "--strangers",
      paramLabel = "N",
      split = ",",
      defaultValue = "100000,1000000",
      description = "How many, ascending; by default ${DEFAULT-VALUE}.")
  List<Integer> strangers = List.of();

  @Option(
      names = "--threshold",
      paramLabel = "S",
      converter = EvaluateCommand.ToSimilarity.class,
      defaultValue = "0.70",
      description = "Above which nobody may be missed; by default ${DEFAULT-VALUE}.")
  Similarity threshold = new Similarity(0.70);

  @Override
  public Integer call() throws IOException {
    PairsFile file = PairsFile.read(pairs, Optional.ofNullable(root));
    Map<ImageName, Embedding> faces = new HashMap<>();
    ModelId model = acquire(file, faces);
    List<GalleryTrial.Mates> genuine =
        file.pairs().stream()
            .filter(LabelledPair::genuine)
            .flatMap(pair -> mates(pair, faces).stream())
            .toList();
    if (genuine.isEmpty()) {
      throw new InvalidInputException("pairs", "No genuine pair shows two faces.");
    }
    Path directory = Files.createTempDirectory("gallery-trial");
    try (var gallery = new ExactGallery(directory, model, genuine.getFirst().probe().dimension())) {
      gallery.prepare();
      run(new GalleryTrial(gallery, model, genuine, new Strangers(List.copyOf(faces.values()))));
    } finally {
      delete(directory);
    }
    return 0;
  }

  private static Optional<GalleryTrial.Mates> mates(
      LabelledPair pair, Map<ImageName, Embedding> faces) {
    Embedding probe = faces.get(pair.probe());
    Embedding reference = faces.get(pair.reference());
    return probe == null || reference == null
        ? Optional.empty()
        : Optional.of(new GalleryTrial.Mates(probe, reference));
  }

  private ModelId acquire(PairsFile file, Map<ImageName, Embedding> faces) {
    List<ImageName> images =
        file.pairs().stream()
            .flatMap(pair -> Stream.of(pair.probe(), pair.reference()))
            .distinct()
            .toList();
    try (ApplicationContext context = options.start()) {
      var acquisition = context.getBean(FaceAcquisition.class);
      var found =
          context
              .getBean(Workers.class)
              .all(
                  images.stream()
                      .map(
                          image -> (Callable<Acquisition>) () -> acquired(acquisition, file, image))
                      .toList());
      for (int i = 0; i < found.size(); i++) {
        if (found.get(i) instanceof Acquisition.Acquired acquired) {
          faces.put(images.get(i), acquired.template().embedding());
        }
      }
      return context.getBean(FaceEncoder.class).model();
    }
  }

  private static Acquisition acquired(
      FaceAcquisition acquisition, PairsFile file, ImageName image) {
    try {
      return acquisition.acquire(file.image(image));
    } catch (InvalidInputException e) {
      return new Acquisition.NotAcquired();
    }
  }

  private void run(GalleryTrial trial) {
    PrintWriter out = spec.commandLine().getOut();
    out.println(
        "| strangers | recall@1 | recall@10 | of those above the threshold | mates listed | mates"
            + " lost | made-up mates at 0.40 to 0.45: listed | lost |");
    out.println("|---|---|---|---|---|---|---|---|");
    int enrolled = 0;
    for (int count : strangers) {
      trial.add(enrolled, count);
      enrolled = Math.max(enrolled, count);
      TrialFigures genuine = trial.genuine(threshold);
      TrialFigures madeUp = trial.madeUp(MADE_UP_EACH, LEAST_COSINE, GREATEST_COSINE);
      out.println(
          "| "
              + String.join(
                  " | ",
                  "%,d".formatted(count),
                  genuine.recallAtOne(),
                  genuine.recallAtTen(),
                  genuine.recallAboveThreshold(),
                  genuine.matesListed(),
                  "" + genuine.matesLost(),
                  madeUp.matesListed(),
                  "" + madeUp.matesLost())
              + " |");
      out.flush();
    }
  }

  private static void delete(Path directory) throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }
    Files.delete(directory);
  }
}
