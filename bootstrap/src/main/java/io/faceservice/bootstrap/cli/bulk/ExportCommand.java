package io.faceservice.bootstrap.cli.bulk;

import io.faceservice.application.bulk.ExportFaces;
import io.faceservice.application.bulk.ExportFaces.Detail;
import io.faceservice.application.bulk.ExportFaces.Exported;
import io.faceservice.application.port.ImageStore;
import io.faceservice.bootstrap.cli.options.ServiceOptions;
import io.faceservice.bootstrap.cli.progress.ProgressLine;
import io.faceservice.bootstrap.cli.stores.Speech;
import io.faceservice.bootstrap.cli.stores.StoreCommand;
import io.faceservice.bootstrap.cli.stores.StoreRun;
import io.faceservice.domain.biometric.Source;
import io.micronaut.context.ApplicationContext;
import java.io.PrintWriter;
import java.util.EnumSet;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code face-service export}: the record of who is enrolled, as JSONL. */
@Command(
    name = "export",
    description = {
      "Writes the enrolled faces to standard output, a JSON object a line, first enrolled first.",
      "With --images the import command takes them in again."
    },
    mixinStandardHelpOptions = true,
    exitCodeListHeading = "Exit codes:%n",
    exitCodeList = {"0:all were written", "1:it was interrupted, or a store failed"})
public final class ExportCommand implements Callable<Integer>, StoreCommand {
  @Spec CommandSpec spec = CommandSpec.create();
  @Mixin ServiceOptions options = new ServiceOptions();

  @Option(names = "--source", paramLabel = "S", description = "The faces of this source alone.")
  @Nullable String source;

  @Option(names = "--images", description = "With the images, in base64.")
  boolean images;

  @Option(names = "--embeddings", description = "With the numbers of the templates.")
  boolean embeddings;

  @Option(
      names = "--versions",
      description = "All versions kept of a face, newest first, instead of the current one alone.")
  boolean versions;

  @Override
  public Integer call() {
    return StoreRun.of(this, spec, options);
  }

  @Override
  public void open(ApplicationContext context) {
    context.getBean(ImageStore.class).prepare();
  }

  /** The record is the same whatever pack the service has. */
  @Override
  public int runBeside(ApplicationContext context, String pack, Speech speech) {
    open(context);
    return run(context, speech);
  }

  @Override
  public int run(ApplicationContext context, Speech speech) {
    PrintWriter out = speech.out();
    ExportFaces faces = context.getBean(ExportFaces.class);
    Optional<Source> one = Optional.ofNullable(source).map(Source::new);
    var progress =
        new ProgressLine(OptionalLong.of(faces.count(one)), speech.err(), speech.terminal());
    var sink = new Sink(new ExportLine(versions, embeddings), out, progress);
    boolean complete = faces.export(one, details(), sink);
    boolean interrupted = Thread.interrupted(); // so that the last words can be written
    out.flush();
    progress.finish(sink.written, 0);
    if (!complete) {
      speech.err().println("Stopped before the end.");
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
    return complete && !out.checkError() ? 0 : 1;
  }

  private Set<Detail> details() {
    Set<Detail> details = EnumSet.noneOf(Detail.class);
    if (images) {
      details.add(Detail.IMAGES);
    }
    if (versions) {
      details.add(Detail.VERSIONS);
    }
    return details;
  }

  /** Writes until it is interrupted, or nobody takes what it writes. */
  private static final class Sink implements Predicate<Exported> {
    private final ExportLine line;
    private final PrintWriter out;
    private final ProgressLine progress;
    private long written;

    Sink(ExportLine line, PrintWriter out, ProgressLine progress) {
      this.line = line;
      this.out = out;
      this.progress = progress;
    }

    @Override
    public boolean test(Exported face) {
      if (Thread.currentThread().isInterrupted() || out.checkError()) {
        return false;
      }
      out.print(line.of(face) + "\n");
      progress.at(++written, 0);
      return true;
    }
  }
}
