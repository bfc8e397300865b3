package io.faceservice.bootstrap.cli;

import io.faceservice.application.port.Gallery;
import io.faceservice.application.port.ImageStore;
import io.faceservice.application.reconcile.RebuildGallery;
import io.faceservice.bootstrap.cli.options.ServiceOptions;
import io.micronaut.context.ApplicationContext;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code face-service restore}: the gallery, emptied and filled anew from the record. */
@Command(
    name = "restore",
    description = {
      "Empties the gallery and fills it from the record's stored templates.",
      "Embedded stores are one process's own: stop the service first."
    },
    mixinStandardHelpOptions = true,
    exitCodeListHeading = "Exit codes:%n",
    exitCodeList = {"0:every face is searchable", "1:some are not, or a store failed"})
final class RestoreCommand implements Callable<Integer> {
  @Spec CommandSpec spec = CommandSpec.create();
  @Mixin ServiceOptions options = new ServiceOptions();

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    try (ApplicationContext context = options.start()) {
      context.getBean(ImageStore.class).prepare();
      context.getBean(Gallery.class).reset();
      var outcome =
          context
              .getBean(RebuildGallery.class)
              .rebuild(
                  done -> {
                    out.printf("%d faces%n", done);
                    out.flush();
                  });
      out.printf("%d faces are searchable%n", outcome.enrolled());
      if (outcome.foreign() > 0) {
        out.printf("%d were made by another model pack and are not%n", outcome.foreign());
      }
      return outcome.foreign() == 0 ? 0 : 1;
    }
  }
}
