package io.faceservice.bootstrap.cli.stores;

import io.faceservice.application.keep.RecordKeeper;
import io.faceservice.application.port.BackendException;
import io.faceservice.application.port.Gallery;
import io.faceservice.application.port.ImageStore;
import io.faceservice.application.port.enrolment.Intent;
import io.faceservice.application.restore.ReEmbedFaces;
import io.faceservice.application.restore.RestoreGallery;
import io.faceservice.application.restore.Selection;
import io.faceservice.bootstrap.cli.options.ServiceOptions;
import io.micronaut.context.ApplicationContext;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code face-service restore}: the gallery, filled from the record. */
@Command(
    name = "restore",
    description = {
      "Fills the gallery from the record: writes what it lacks or has otherwise, forgets what is not"
          + " in the record.",
      "A running service does it beside its other work, and nobody is missed meanwhile. After an"
          + " interruption it goes on where it was."
    },
    mixinStandardHelpOptions = true,
    exitCodeListHeading = "Exit codes:%n",
    exitCodeList = {
      "0:every selected face is searchable",
      "1:some are not, it was interrupted, or a store failed"
    })
public final class RestoreCommand implements Callable<Integer>, StoreCommand {
  @Spec CommandSpec spec = CommandSpec.create();
  @Mixin ServiceOptions options = new ServiceOptions();
  @Mixin SelectionOptions selected = new SelectionOptions();

  @Option(
      names = "--re-embed",
      description = {
        "First makes templates of the configured model pack, from the kept images, for the faces that"
            + " have none. A service with another pack serves on beside it."
      })
  boolean reEmbed;

  /** Whether the gallery holds another pack's templates, and must be emptied first. */
  private boolean refused;

  @Override
  public Integer call() {
    selected.selection(); // says what is wrong with it before anything is opened
    return StoreRun.of(this, spec, options);
  }

  @Override
  public void open(ApplicationContext context) {
    context.getBean(ImageStore.class).prepare();
    try {
      context.getBean(Gallery.class).prepare();
    } catch (BackendException e) {
      if (e.kind() != BackendException.Kind.REFUSED) {
        throw e;
      }
      refused = true;
    }
  }

  @Override
  public int run(ApplicationContext context, Speech speech) {
    Selection selection = selected.selection();
    RestoreReport report = new RestoreReport(speech);
    if (reEmbed) {
      // A gallery that is about to be emptied has nothing to follow with.
      var keeper = context.getBean(RecordKeeper.class);
      Consumer<Intent> follow =
          refused ? context.getBean(ImageStore.class)::complete : keeper::settle;
      if (!reEmbed(context, selection, follow, report)) {
        return ExitCode.SOFTWARE;
      }
    }
    if (refused && !empty(context, selection, speech)) {
      return ExitCode.SOFTWARE;
    }
    var store = context.getBean(ImageStore.class);
    var outcome =
        context
            .getBean(RestoreGallery.class)
            .restore(selection, report.progress("Restoring", selection.size(store)));
    report.restored(outcome);
    return report.exitCode();
  }

  /** Only the record's part: that service's gallery takes no template of this pack. */
  @Override
  public int runBeside(ApplicationContext context, String pack, Speech speech) {
    if (!reEmbed) {
      return StoreCommand.super.runBeside(context, pack, speech);
    }
    ImageStore store = context.getBean(ImageStore.class);
    store.prepare();
    RestoreReport report = new RestoreReport(speech);
    if (reEmbed(context, selected.selection(), store::complete, report)) {
      speech
          .out()
          .printf(
              "The running service goes on with the model pack %s. To change packs, stop it, run this"
                  + " command once more, and start it with the new pack.%n",
              pack);
    }
    return report.exitCode();
  }

  private static boolean reEmbed(
      ApplicationContext context,
      Selection selection,
      Consumer<Intent> follow,
      RestoreReport report) {
    var store = context.getBean(ImageStore.class);
    var outcome =
        context
            .getBean(ReEmbedFaces.class)
            .reEmbed(selection, follow, report.progress("Re-embedding", selection.size(store)));
    report.reEmbedded(outcome);
    return outcome.finished();
  }

  /** Empties the gallery, unless nothing of the record could be put into it. */
  private static boolean empty(ApplicationContext context, Selection selection, Speech speech) {
    boolean some = !selection.equals(Selection.ALL);
    if (some || !context.getBean(RestoreGallery.class).canRestoreAny()) {
      speech
          .err()
          .println(
              some
                  ? "The gallery holds another model pack's templates: restore everyone at once."
                  : "No face of the record has a template of this model pack: add --re-embed, or"
                      + " configure the pack that made them. The gallery was left as it is.");
      return false;
    }
    context.getBean(Gallery.class).reset();
    return true;
  }
}
