package io.faceservice.inference.tfserving;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;

/** The default pack's served models in a folder of a test's own, which changes their versions. */
public final class SwappedModels {
  public static final String DETECTOR = "fr_detect";
  public static final String LANDMARKS = "fr_landmark";
  public static final String EMBEDDER = "fr_feature";
  public static final String ATTACKS = "fr_liveness";

  private final Path folder;

  public SwappedModels(Path folder) {
    this.folder = folder;
    var config = new StringBuilder("model_config_list {\n");
    for (String model : List.of(DETECTOR, LANDMARKS, EMBEDDER, ATTACKS)) {
      copy(StandIn.savedModels().resolve(model).resolve("1"), version(model, 1));
      config.append(
          "config { name: \"%s\" base_path: \"%s\" model_platform: \"tensorflow\" }%n"
              .formatted(model, folder.resolve(model)));
    }
    try {
      Files.writeString(config(), config.append("}\n"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** For {@link StandIn#serve}. */
  public Path config() {
    return folder.resolve("models.config");
  }

  private Path version(String model, int number) {
    return folder.resolve(model).resolve(String.valueOf(number));
  }

  /** Serves the same model as a new version. */
  public void again(String model, int number) {
    copy(version(model, 1), version(model, number));
  }

  /** Serves another embedder as a new version. */
  public void otherEmbedder(int number) {
    Path made = folder.resolve("other");
    StandIn.run("other_embedder.py", made.toString());
    copy(made, version(EMBEDDER, number));
  }

  /** Serves that version no longer. */
  public void remove(String model, int number) {
    try (var files = Files.walk(version(model, number))) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** There whole or not at all, for the server looks all the while. */
  private static void copy(Path from, Path to) {
    Path fresh = to.resolveSibling("fresh");
    try (var files = Files.walk(from)) {
      for (Path file : files.toList()) {
        Path copy = fresh.resolve(from.relativize(file).toString());
        Files.createDirectories(copy.getParent());
        Files.copy(file, copy);
      }
      Files.move(fresh, to);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
