package io.faceservice.inference.install;

import io.faceservice.inference.pack.Manifest;
import io.faceservice.inference.pack.ModelPack;
import io.faceservice.inference.pack.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * The folder where model packs and sample photos lie, each in a folder of its own. An install is
 * all or nothing, and two at a time do no harm.
 */
public final class PackStore {
  private final Path root;
  private final NpmClient npm;

  public PackStore(Path root) {
    this(root, new NpmClient("npm"));
  }

  PackStore(Path root, NpmClient npm) {
    this.root = root;
    this.npm = npm;
  }

  /** {@code $FACE_SERVICE_CACHE}, else {@code ~/.cache/face-service}. */
  public static PackStore ofUser() {
    String chosen = System.getenv("FACE_SERVICE_CACHE");
    return new PackStore(
        chosen == null || chosen.isBlank()
            ? Path.of(System.getProperty("user.home"), ".cache", "face-service")
            : Path.of(chosen));
  }

  /** Where a pack's own files lie, whether installed or not; its base has a folder of its own. */
  public Path folder(ModelPack pack) {
    Path own = pack.folder();
    return own == null ? root.resolve("models").resolve(pack.id().value()) : own;
  }

  Path folder(String kind, String name) {
    return root.resolve(kind).resolve(name);
  }

  /**
   * Installs a pack, and those it is based on, if they are not there in full.
   *
   * @return whether anything had to be fetched
   * @throws InstallException if it cannot be; the message says what to do
   */
  public boolean install(ModelPack pack) {
    ModelPack base = pack.base();
    boolean fetched = base != null && install(base);
    Path folder = folder(pack);
    List<String> problems = problems(folder, pack.files());
    if (problems.isEmpty()) {
      return fetched;
    }
    Source source = pack.source();
    if (source == null) {
      throw new InstallException(
          "%s: %s. It is not to be had from a package registry. %s Put %s into %s"
              .formatted(
                  pack.id(),
                  String.join("; ", problems),
                  pack.licence().note(),
                  String.join(", ", new TreeSet<>(pack.files().keySet())),
                  folder));
    }
    return run(
            new Installation(folder, source, pack.files()),
            () -> problems(folder, pack.files()).isEmpty(),
            fresh -> copyManifest(pack, fresh))
        || fetched;
  }

  boolean run(Installation installation, BooleanSupplier complete, Consumer<Path> finish) {
    return installation.run(npm, complete, finish);
  }

  private static void copyManifest(ModelPack pack, Path folder) {
    try {
      Catalogue.copyManifest(pack, folder);
    } catch (IOException e) {
      throw new InstallException("cannot write below " + folder, e);
    }
  }

  /** What is wrong with a pack's files and its base's: one line each; empty when all is well. */
  public List<String> problems(ModelPack pack) {
    ModelPack base = pack.base();
    List<String> problems = base == null ? new ArrayList<>() : problems(base);
    problems.addAll(problems(folder(pack), pack.files()));
    return problems;
  }

  static List<String> problems(Path folder, Map<String, String> files) {
    List<String> problems = new ArrayList<>();
    files.forEach(
        (name, wanted) -> {
          Path file = folder.resolve(name);
          if (!Files.isRegularFile(file)) {
            problems.add(file + " is missing");
          } else if (!wanted.equals(Manifest.UNPINNED) && !wanted.equals(hash(file))) {
            problems.add(file + " is damaged or another version: its SHA-256 is not " + wanted);
          }
        });
    return problems;
  }

  private static String hash(Path file) {
    try {
      return Checksum.of(file);
    } catch (IOException e) {
      throw new InstallException(file + " cannot be read", e);
    }
  }
}
