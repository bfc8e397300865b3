package io.faceservice.bootstrap.cli;

import io.faceservice.inference.install.Catalogue;
import io.faceservice.inference.install.PackStore;
import io.faceservice.inference.install.SampleSet;
import io.faceservice.inference.pack.ModelPack;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code face-service models}: which packs there are, and which are installed in full. */
@Command(
    name = "models",
    description = "Lists, installs, verifies and describes model packs.",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND")
final class ModelsCommand {
  @Spec CommandSpec spec = CommandSpec.create();

  /** The name of the sample photos, which are installed like a pack. */
  private static final String SAMPLES = "samples";

  private final PackStore store = PackStore.ofUser();

  @Command(name = "list", description = "Lists the known packs.")
  int list() {
    for (String name : Catalogue.names()) {
      ModelPack pack = Catalogue.pack(name);
      boolean there = store.problems(pack).isEmpty();
      out()
          .printf(
              "%-22s %-14s %s%n", name, there ? "installed" : "not installed", pack.description());
    }
    return 0;
  }

  @Command(name = "install", description = "Fetches what is missing, pinned by its hash.")
  int install(
      @Parameters(paramLabel = "PACK", defaultValue = "default", description = "Pack names.")
          List<String> names) {
    for (String name : names) {
      if (name.equals(SAMPLES)) {
        SampleSet samples = SampleSet.bundled();
        say(SAMPLES, samples.install(store), samples.folder(store));
        continue;
      }
      ModelPack pack = Catalogue.pack(name);
      boolean fetched = store.install(pack);
      say(pack.id().value(), fetched, store.folder(pack));
    }
    return 0;
  }

  @Command(name = "verify", description = "Checks every file of a pack against its hash.")
  int verify(
      @Parameters(paramLabel = "PACK", defaultValue = "default", description = "Pack name.")
          String name) {
    ModelPack pack = Catalogue.pack(name);
    List<String> problems = store.problems(pack);
    problems.forEach(out()::println);
    out().println(problems.isEmpty() ? pack.id() + " is complete" : pack.id() + " is not usable");
    return problems.isEmpty() ? 0 : 1;
  }

  @Command(name = "describe", description = "Tells what a pack is made of and what its papers say.")
  int describe(
      @Parameters(paramLabel = "PACK", defaultValue = "default", description = "Pack name.")
          String name) {
    out().print(PackDescription.of(Catalogue.pack(name)));
    return 0;
  }

  @Command(name = "path", description = "Prints the folder of a pack.")
  int path(@Parameters(paramLabel = "PACK", description = "Pack name.") String name) {
    out()
        .println(
            name.equals(SAMPLES)
                ? SampleSet.bundled().folder(store)
                : store.folder(Catalogue.pack(name)));
    return 0;
  }

  private void say(String what, boolean fetched, Path folder) {
    out().printf("%s %s in %s%n", what, fetched ? "installed" : "is complete", folder);
  }

  private PrintWriter out() {
    return spec.commandLine().getOut();
  }
}
