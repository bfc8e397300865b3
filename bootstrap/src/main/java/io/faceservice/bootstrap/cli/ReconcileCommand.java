package io.faceservice.bootstrap.cli;

import io.faceservice.application.keep.RecordKeeper;
import io.faceservice.application.port.Gallery;
import io.faceservice.application.port.ImageStore;
import io.faceservice.application.reconcile.CompareStores;
import io.faceservice.application.reconcile.Drift;
import io.faceservice.application.reconcile.RebuildGallery;
import io.faceservice.application.reconcile.SettleIntents;
import io.faceservice.bootstrap.cli.options.ServiceOptions;
import io.faceservice.domain.biometric.Source;
import io.micronaut.context.ApplicationContext;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code face-service reconcile}: do the record and the gallery agree? */
@Command(
    name = "reconcile",
    description = {
      "Compares the record with the gallery and prints, per source, what is missing, extra or stale.",
      "Embedded stores are one process's own: stop the service first."
    },
    mixinStandardHelpOptions = true,
    exitCodeListHeading = "Exit codes:%n",
    exitCodeList = {"0:they agree, or were made to", "1:they do not, or a store failed"})
final class ReconcileCommand implements Callable<Integer> {
  @Spec CommandSpec spec = CommandSpec.create();
  @Mixin ServiceOptions options = new ServiceOptions();

  @Option(names = "--repair", description = "Makes the gallery agree with the record.")
  boolean repair;

  @Override
  public Integer call() {
    try (ApplicationContext context = options.start()) {
      context.getBean(ImageStore.class).prepare();
      Gallery gallery = context.getBean(Gallery.class);
      gallery.prepare();
      if (repair) {
        context.getBean(SettleIntents.class).settle();
        if (gallery.needsRebuild()) {
          context.getBean(RebuildGallery.class).rebuild(done -> {});
        }
      }
      List<Drift> differences = new ArrayList<>();
      long faces = context.getBean(CompareStores.class).compare(differences::add);
      print(faces, differences);
      if (repair) {
        RecordKeeper keeper = context.getBean(RecordKeeper.class);
        differences.forEach(drift -> keeper.mend(drift.reference()));
        out().printf("%d mended%n", differences.size());
      }
      return differences.isEmpty() || repair ? 0 : 1;
    }
  }

  private void print(long faces, List<Drift> differences) {
    if (differences.isEmpty()) {
      out().printf("No drift: record and gallery agree about %d faces.%n", faces);
      return;
    }
    Map<Source, Map<Drift.Kind, Integer>> counts =
        new TreeMap<>(Comparator.comparing(Source::value));
    for (Drift drift : differences) {
      counts
          .computeIfAbsent(drift.reference().source(), s -> new EnumMap<>(Drift.Kind.class))
          .merge(drift.kind(), 1, Integer::sum);
    }
    out().printf("%8s %8s %8s  source%n", "missing", "extra", "stale");
    counts.forEach(
        (source, kinds) ->
            out()
                .printf(
                    "%8d %8d %8d  %s%n",
                    kinds.getOrDefault(Drift.Kind.MISSING, 0),
                    kinds.getOrDefault(Drift.Kind.EXTRA, 0),
                    kinds.getOrDefault(Drift.Kind.STALE, 0),
                    source));
  }

  private PrintWriter out() {
    return spec.commandLine().getOut();
  }
}
