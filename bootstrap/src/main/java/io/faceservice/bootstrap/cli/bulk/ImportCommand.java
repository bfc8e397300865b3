package io.faceservice.bootstrap.cli.bulk;

import io.faceservice.application.bulk.ImportFaces;
import io.faceservice.application.bulk.ImportFaces.Ending;
import io.faceservice.application.bulk.ImportFaces.Mode;
import io.faceservice.application.port.BackendException;
import io.faceservice.bootstrap.cli.options.AbsolutePath;
import io.faceservice.bootstrap.cli.options.ServiceOptions;
import io.faceservice.bootstrap.cli.progress.ProgressLine;
import io.faceservice.bootstrap.cli.stores.Speech;
import io.faceservice.bootstrap.cli.stores.StoreCommand;
import io.faceservice.bootstrap.cli.stores.StoreRun;
import io.faceservice.bootstrap.config.InputConfig;
import io.faceservice.bootstrap.lifecycle.EnrolledFaces;
import io.faceservice.domain.biometric.CreatedAt;
import io.faceservice.domain.biometric.InvalidInputException;
import io.faceservice.domain.biometric.Source;
import io.micronaut.context.ApplicationContext;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code face-service import}: enrols very many faces. */
@Command(
    name = "import",
    description = {
      "Enrols the faces of a folder, a CSV file or a JSONL file.",
      "What is enrolled already is left alone: to resume, run it again.",
      "A running service does it beside its other work."
    },
    mixinStandardHelpOptions = true,
    exitCodeListHeading = "Exit codes:%n",
    exitCodeList = {
      "0:all are enrolled",
      "1:some were rejected, or it was interrupted, or a store failed",
      "2:wrongly called"
    })
public final class ImportCommand implements Callable<Integer>, StoreCommand {
  @Spec CommandSpec spec = CommandSpec.create();
  @Mixin ServiceOptions options = new ServiceOptions();

  @Parameters(
      index = "0",
      paramLabel = "INPUT",
      converter = AbsolutePath.class,
      description = {
        "DIR with a folder of images, or one image, for each person, named by their id;",
        "FILE.csv with columns people_id, image and perhaps source, created_at, face_id;",
        "FILE.jsonl with fields of these names, image in base64, or image_file."
      })
  Path input = Path.of("");

  @Option(
      names = "--source",
      paramLabel = "S",
      defaultValue = "default",
      description = "Source of those of whom the input names none; else ${DEFAULT-VALUE}.")
  String source = "default";

  @Option(
      names = "--created-at",
      paramLabel = "TEXT",
      defaultValue = "",
      description = "When faces were made of which the input does not say; kept verbatim.")
  String createdAt = "";

  @Option(
      names = "--rejects",
      paramLabel = "FILE",
      converter = AbsolutePath.class,
      description = "Who was not enrolled, and why; else beside INPUT, with .rejects.jsonl.")
  @Nullable Path rejects;

  @Option(names = "--dry-run", description = "Tries everything and keeps nothing.")
  boolean dryRun;

  @Option(names = "--one-face-per-person", description = "Takes the first image of a folder alone.")
  boolean oneFacePerPerson;

  @Option(
      names = "--id-column",
      paramLabel = "NAME",
      defaultValue = "people_id",
      description = "The CSV's column of ids; else ${DEFAULT-VALUE}.")
  String idColumn = "people_id";

  @Option(
      names = "--image-column",
      paramLabel = "NAME",
      defaultValue = "image",
      description = "The CSV's column of image paths; else ${DEFAULT-VALUE}.")
  String imageColumn = "image";

  @Override
  public Integer call() {
    input(); // what is wrong with it is said before models are loaded
    return StoreRun.of(this, spec, options);
  }

  @Override
  public void open(ApplicationContext context) {
    context.getBean(EnrolledFaces.class).open();
  }

  @Override
  public int run(ApplicationContext context, Speech speech) {
    ImportInput faces = input();
    Path rejected = rejectsFile();
    var progress =
        new ProgressLine(OptionalLong.of(faces.count()), speech.err(), speech.terminal());
    try (RejectsFile file = new RejectsFile(rejected);
        ImportInput.Items items = faces.items(context.getBean(InputConfig.class).maxBytes())) {
      var tally = new ImportTally(file, progress);
      Optional<String> stop = importAll(context.getBean(ImportFaces.class), items, tally);
      boolean interrupted = Thread.interrupted(); // so that the last words can be written
      tally.finish(speech.out(), items.ignored());
      tell(stop, tally.rejected() > 0 ? Optional.of(rejected) : Optional.empty(), speech.err());
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
      return stop.isEmpty() && tally.rejected() == 0 ? 0 : 1;
    }
  }

  /** Returns why it stopped before the end, if it did. */
  private Optional<String> importAll(
      ImportFaces faces, ImportInput.Items items, ImportTally tally) {
    try {
      Ending ending = faces.importAll(items, dryRun ? Mode.REHEARSE : Mode.ENROL, tally);
      return switch (ending) {
        case COMPLETE -> Optional.empty();
        case INTERRUPTED -> Optional.of("It was interrupted.");
      };
    } catch (BackendException e) {
      return Optional.of(String.valueOf(e.getMessage()));
    }
  }

  private void tell(Optional<String> stop, Optional<Path> rejected, PrintWriter err) {
    rejected.ifPresent(file -> err.println("The rejected are listed in " + file));
    stop.ifPresent(
        why ->
            err.println(
                "Stopped before the end: " + why + " To go on, run the same command again."));
    if (dryRun) {
      err.println("This was a dry run: nothing was kept.");
    }
    err.flush();
  }

  private ImportInput input() {
    var defaults = new ItemText.Defaults(new Source(source), new CreatedAt(createdAt));
    if (rejectsFile().equals(input)) {
      throw new InvalidInputException("rejects", "The rejects would overwrite the input.");
    }
    return switch (InputForms.of(input)) {
      case FOLDER -> new FolderInput(input, oneFacePerPerson, defaults);
      case CSV -> new CsvInput(input, new CsvInput.Columns(idColumn, imageColumn), defaults);
      case JSONL -> new JsonlInput(input, defaults);
    };
  }

  private Path rejectsFile() {
    Path named = rejects;
    return named == null ? input.resolveSibling(input.getFileName() + ".rejects.jsonl") : named;
  }
}
