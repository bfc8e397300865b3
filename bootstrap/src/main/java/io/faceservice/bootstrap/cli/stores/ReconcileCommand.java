package io.faceservice.bootstrap.cli.stores;

import io.faceservice.application.keep.RecordKeeper;
import io.faceservice.application.port.Gallery;
import io.faceservice.application.port.ImageStore;
import io.faceservice.application.reconcile.CompareStores;
import io.faceservice.application.reconcile.Drift;
import io.faceservice.application.reconcile.SettleIntents;
import io.faceservice.application.restore.RestoreGallery;
import io.faceservice.application.restore.RestoreObserver;
import io.faceservice.application.restore.Selection;
import io.faceservice.bootstrap.cli.options.ServiceOptions;
import io.faceservice.domain.biometric.ReferenceKey;
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
      "A running service does it beside its other work."
    },
    mixinStandardHelpOptions = true,
    exitCodeListHeading = "Exit codes:%n",
    exitCodeList = {"0:they agree, or were made to", "1:they do not, or a store failed"})
public final class ReconcileCommand implements Callable<Integer>, StoreCommand {
  @Spec CommandSpec spec = CommandSpec.create();
  @Mixin ServiceOptions options = new ServiceOptions();

  @Option(names = "--repair", description = "Makes the gallery agree with the record.")
  boolean repair;

  @Option(names = "--list", description = "Also prints each face about which they differ.")
  boolean list;

  @Override
  public Integer call() {
    return StoreRun.of(this, spec, options);
  }

  @Override
  public void open(ApplicationContext context) {
    context.getBean(ImageStore.class).prepare();
    Gallery gallery = context.getBean(Gallery.class);
    gallery.prepare();
    if (repair && gallery.needsRebuild()) {
      context.getBean(RestoreGallery.class).restore(Selection.ALL, RestoreObserver.NONE);
    }
  }

  @Override
  public int run(ApplicationContext context, Speech speech) {
    if (repair) {
      context.getBean(SettleIntents.class).settle();
    }
    List<Drift> differences = new ArrayList<>();
    var extent = context.getBean(CompareStores.class).compare(differences::add);
    print(extent, differences, speech.out());
    if (repair) {
      RecordKeeper keeper = context.getBean(RecordKeeper.class);
      differences.forEach(drift -> keeper.mend(drift.reference()));
      speech.out().printf("%d mended%n", differences.size());
    }
    return differences.isEmpty() || repair ? 0 : 1;
  }

  private void print(CompareStores.Extent extent, List<Drift> differences, PrintWriter out) {
    if (differences.isEmpty()) {
      out.printf("No drift: record and gallery agree about %d faces.%n", extent.faces());
    } else {
      printTable(differences, out);
    }
    if (extent.foreign() > 0) {
      out.printf(
          "%d faces of the record have no template of this model pack and are not searched.%n",
          extent.foreign());
    }
    if (list) {
      differences.forEach(
          drift -> out.printf("%s: %s%n", word(drift.kind()), name(drift.reference())));
    }
  }

  private static void printTable(List<Drift> differences, PrintWriter out) {
    Map<Source, Map<Drift.Kind, Integer>> counts =
        new TreeMap<>(Comparator.comparing(Source::value));
    for (Drift drift : differences) {
      counts
          .computeIfAbsent(drift.reference().source(), s -> new EnumMap<>(Drift.Kind.class))
          .merge(drift.kind(), 1, Integer::sum);
    }
    out.printf("%8s %8s %8s  source%n", "missing", "extra", "stale");
    counts.forEach(
        (source, kinds) ->
            out.printf(
                "%8d %8d %8d  %s%n",
                kinds.getOrDefault(Drift.Kind.MISSING, 0),
                kinds.getOrDefault(Drift.Kind.EXTRA, 0),
                kinds.getOrDefault(Drift.Kind.STALE, 0),
                source));
  }

  private static String word(Drift.Kind kind) {
    return switch (kind) {
      case MISSING -> "missing";
      case EXTRA -> "extra";
      case STALE -> "stale";
    };
  }

  private static String name(ReferenceKey face) {
    return "%s / %s / %s"
        .formatted(face.source().value(), face.subject().value(), face.reference().value());
  }
}
