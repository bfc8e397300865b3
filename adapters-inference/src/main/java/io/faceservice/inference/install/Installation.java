package io.faceservice.inference.install;

import io.faceservice.inference.pack.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * One folder that is to hold files of one package: all of them, or as it was before.
 *
 * @param folder where they are to lie
 * @param source where they come from
 * @param files every one, with its SHA-256
 */
record Installation(Path folder, Source source, Map<String, String> files) {

  /**
   * Fetches the files into a folder beside their place, checks and finishes them, and moves them
   * in; unless another did so meanwhile.
   *
   * @param complete whether nothing is left to do
   * @param finish what else is to be made in the folder, before it is moved in
   * @return whether they were fetched
   * @throws InstallException if they cannot be; then nothing has changed
   */
  boolean run(NpmClient npm, BooleanSupplier complete, Consumer<Path> finish) {
    Path parent = Objects.requireNonNull(folder.toAbsolutePath().getParent());
    try {
      Files.createDirectories(parent);
      return InstallLock.holding(
          parent,
          () -> {
            if (complete.getAsBoolean()) {
              return false;
            }
            fetch(parent, npm, finish);
            return true;
          });
    } catch (IOException e) {
      throw new InstallException("cannot write below " + parent, e);
    }
  }

  private void fetch(Path parent, NpmClient npm, Consumer<Path> finish) throws IOException {
    Path fresh = Files.createTempDirectory(parent, ".install-");
    try {
      npm.unpack(source, files.keySet(), fresh);
      List<String> problems = PackStore.problems(fresh, files);
      if (!problems.isEmpty()) {
        throw new InstallException(String.join("; ", problems) + ": nothing was installed");
      }
      finish.accept(fresh);
      delete(folder);
      Files.move(fresh, folder, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      delete(fresh);
    }
  }

  private static void delete(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
