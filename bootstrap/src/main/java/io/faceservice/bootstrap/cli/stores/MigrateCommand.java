package io.faceservice.bootstrap.cli.stores;

import io.faceservice.application.migrate.CopyRecord;
import io.faceservice.application.migrate.VerifyCopy;
import io.faceservice.application.port.Gallery;
import io.faceservice.application.port.ImageStore;
import io.faceservice.application.restore.RestoreGallery;
import io.faceservice.application.restore.Selection;
import io.faceservice.bootstrap.cli.options.AbsolutePath;
import io.faceservice.bootstrap.cli.options.ServiceOptions;
import io.faceservice.bootstrap.cli.options.Terminal;
import io.faceservice.bootstrap.cli.progress.ProgressLine;
import io.faceservice.bootstrap.guard.Opened;
import io.micronaut.context.ApplicationContext;
import java.nio.file.Path;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Random;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code face-service migrate}: everyone, from the stores of one settings file to another's. */
@Command(
    name = "migrate",
    description = {
      "Copies everyone from the stores of one settings file to those of another: faces, versions,"
          + " images; fills the gallery there; and sees whether all arrived.",
      "Run it beside the old service, stop that, run it again for what came meanwhile, and start the"
          + " new one. What has arrived is passed over."
    },
    mixinStandardHelpOptions = true,
    exitCodeListHeading = "Exit codes:%n",
    exitCodeList = {
      "0:everyone arrived and is found there",
      "1:somebody is missing, it was interrupted, or a store failed"
    })
public final class MigrateCommand implements Callable<Integer> {
  @Spec CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--from",
      required = true,
      paramLabel = "FILE",
      converter = AbsolutePath.class,
      description = "Settings of the service that has the people.")
  Path from = Path.of("");

  @Option(
      names = "--to",
      required = true,
      paramLabel = "FILE",
      converter = AbsolutePath.class,
      description = "Settings of the service that gets them.")
  Path to = Path.of("");

  @Option(
      names = "--mirror",
      description = {
        "Also forgets, there, whoever is not here: those removed here since an earlier run. Without it"
            + " they are counted only."
      })
  boolean mirror;

  @Option(
      names = "--sample",
      paramLabel = "N",
      description = "For how many people, chosen by chance, to search at the end (default: 200).")
  int sample = 200;

  @Override
  public Integer call() {
    var line = spec.commandLine();
    var speech = new Speech(line.getOut(), line.getErr(), Terminal.isThere());
    try (ApplicationContext here = ServiceOptions.of(from).start();
        ApplicationContext there = ServiceOptions.of(to).start()) {
      return migrate(here, there, speech);
    } finally {
      speech.out().flush();
    }
  }

  private int migrate(ApplicationContext here, ApplicationContext there, Speech speech) {
    ImageStore old = here.getBean(ImageStore.class);
    old.prepare();
    ImageStore next = there.getBean(ImageStore.class);
    next.prepare();
    Gallery gallery = there.getBean(Gallery.class);
    gallery.prepare();
    if (!record(here).equals(record(there)) && !copy(old, next, speech)) {
      return ExitCode.SOFTWARE;
    }
    var report = new RestoreReport(speech);
    var restored =
        there
            .getBean(RestoreGallery.class)
            .restore(
                Selection.ALL, report.progress("Filling the gallery:", Selection.ALL.size(next)));
    report.restored(restored);
    there.getBean(Opened.class).opened();
    var verified = new VerifyCopy(old, next, gallery, new Random()).verify(sample);
    print(verified, speech);
    return verified.isGood() ? report.exitCode() : ExitCode.SOFTWARE;
  }

  /** Where the record is; the same words mean the same record. */
  private static Map<String, Object> record(ApplicationContext context) {
    return context.getProperties(
        "face.images." + context.getRequiredProperty("face.images.adapter", String.class));
  }

  private boolean copy(ImageStore old, ImageStore next, Speech speech) {
    var copying = new CopyRecord(old, next);
    long total = Selection.ALL.size(old);
    speech.err().printf("Copying %,d faces%n", total);
    var progress = new ProgressLine(OptionalLong.of(total), speech.err(), speech.terminal());
    var copied = copying.copy(done -> progress.at(done, 0));
    progress.finish(copied.faces(), 0);
    speech
        .out()
        .printf("%,d faces looked at, %,d versions copied%n", copied.faces(), copied.versions());
    if (!copied.finished()) {
      speech.out().println("Interrupted. Run it again: it goes on where it was.");
    } else if (mirror) {
      speech.out().printf("%,d faces forgotten that are not here%n", copying.forgetExtra());
    }
    return copied.finished();
  }

  private static void print(VerifyCopy.Outcome verified, Speech speech) {
    speech
        .out()
        .println(
            verified.countsAgree()
                ? "Both records have as many people and faces, source by source."
                : "The records differ in how many people and faces they have. If people were removed"
                    + " here meanwhile, run it again with --mirror.");
    speech
        .out()
        .printf(
            "%d of %d people searched for were found as themselves%n",
            verified.searched() - verified.missed().size(), verified.searched());
    verified
        .missed()
        .forEach(
            face ->
                speech.out().printf("not found: %s / %s%n", face.source(), face.subject().value()));
  }
}
