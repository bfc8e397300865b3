package io.faceservice.bootstrap.cli.evaluation;

import io.faceservice.application.evaluate.EvaluationReport;
import io.faceservice.bootstrap.cli.options.Machine;
import io.faceservice.bootstrap.cli.options.ServiceOptions;
import io.faceservice.domain.compare.Similarity;
import java.io.Console;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** {@code face-service evaluate}: which error rates does the model pack have on labelled pairs? */
@Command(
    name = "evaluate",
    description = {
      "Measures the model pack on labelled pairs of images.",
      "FILE has one pair a line: image TAB image TAB 1|0, where 1 says one person;"
          + " a fourth column may name the fold."
    },
    mixinStandardHelpOptions = true,
    exitCodeListHeading = "Exit codes:%n",
    exitCodeList = {"0:measured", "1:no error rate can be stated", "2:wrongly called"})
public final class EvaluateCommand implements Callable<Integer> {

  /** How the report is written. */
  enum Format {
    TEXT,
    JSON;

    String of(EvaluateView view) {
      return switch (this) {
        case TEXT -> EvaluateText.of(view);
        case JSON -> EvaluateJson.of(view);
      };
    }
  }

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
      names = "--threshold",
      paramLabel = "S",
      converter = ToSimilarity.class,
      description = "Least similarity of a match, 0 to 1; by default the configured one.")
  @Nullable Similarity threshold;

  @Option(
      names = "--format",
      defaultValue = "text",
      description = "text or json; by default ${DEFAULT-VALUE}.")
  Format format = Format.TEXT;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "Writes the report here instead of the terminal.")
  @Nullable Path out;

  private final Function<ServiceOptions, EvaluateParts> starting;

  EvaluateCommand() {
    this(EvaluateParts::start);
  }

  EvaluateCommand(Function<ServiceOptions, EvaluateParts> starting) {
    this.starting = starting;
  }

  @Override
  public Integer call() throws IOException {
    PairsFile file = PairsFile.read(pairs, Optional.ofNullable(root));
    try (EvaluateParts parts = starting.apply(options)) {
      Similarity asked = threshold;
      Similarity judged = asked == null ? parts.policy().get().threshold() : asked;
      var progress = new EvaluateProgress(spec.commandLine().getErr(), onTerminal());
      EvaluationReport report = parts.evaluation().evaluate(file.pairs(), file::image, progress);
      write(format.of(new EvaluateView(report, judged, Machine.here())));
      return report.comparison().trials().isPresent() ? 0 : 1;
    }
  }

  private void write(String report) throws IOException {
    Path file = out;
    if (file == null) {
      spec.commandLine().getOut().print(report);
      spec.commandLine().getOut().flush();
    } else {
      Files.writeString(file, report);
      spec.commandLine().getErr().println("report written to " + file);
    }
  }

  private static boolean onTerminal() {
    return Optional.ofNullable(System.console()).filter(Console::isTerminal).isPresent();
  }

  /** Reads a threshold. */
  static final class ToSimilarity implements ITypeConverter<Similarity> {
    @Override
    public Similarity convert(String value) {
      try {
        return new Similarity(Double.parseDouble(value));
      } catch (IllegalArgumentException e) {
        throw new TypeConversionException("'%s' is no number from 0 to 1".formatted(value));
      }
    }
  }
}
