package io.faceservice.inference.install;

import io.faceservice.inference.pack.Manifest;
import io.faceservice.inference.pack.ManifestReader;
import io.faceservice.inference.pack.ModelPack;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The manifests that the service brings along, and those that an operator writes. */
public final class Catalogue {
  /** The pack that serves unless another is configured. */
  public static final String DEFAULT = "faceplugin";

  /** What a folder with an operator's own pack calls its manifest. */
  public static final String MANIFEST = "manifest.yml";

  /** The pack whose models the first generation had in TensorFlow Serving. */
  public static final String SERVED = "retinaface-arcface";

  private static final List<String> BUNDLED =
      List.of(DEFAULT, "buffalo_l", "buffalo_s", "opencv-yunet-sface", "minifasnet", SERVED);

  private Catalogue() {}

  /** The names of the manifests that the service brings along. */
  public static List<String> names() {
    return BUNDLED;
  }

  /**
   * The pack of that name.
   *
   * @param name a bundled name, {@code default}, or the path of a folder with a manifest in it,
   *     whose files lie in the same folder unless the manifest says from where to fetch them
   * @throws IllegalArgumentException if there is none, or it is wrong; the message says what to do
   */
  public static ModelPack pack(String name) {
    String wanted = "default".equals(name) ? DEFAULT : name;
    if (BUNDLED.contains(wanted)) {
      return bundled(wanted);
    }
    Path folder = Path.of(wanted);
    Path file = folder.resolve(MANIFEST);
    if (!Files.isRegularFile(file)) {
      throw new IllegalArgumentException(
          "No model pack is called \"%s\" and no file %s is there; known packs: %s"
              .formatted(name, file, String.join(", ", BUNDLED)));
    }
    try (InputStream in = Files.newInputStream(file)) {
      Manifest manifest = ManifestReader.read(file.toString(), in);
      return pack(file.toString(), manifest, manifest.source() == null ? folder : null);
    } catch (IOException e) {
      throw new IllegalArgumentException(file + " cannot be read", e);
    }
  }

  private static ModelPack bundled(String name) {
    String file = name + ".yml";
    return pack(file, ManifestReader.read(file, open("packs/" + file)), null);
  }

  private static ModelPack pack(String origin, Manifest manifest, @Nullable Path folder) {
    String base = manifest.base();
    if (base != null && !BUNDLED.contains(base)) {
      throw new IllegalArgumentException(
          "%s: base is one of %s, not %s".formatted(origin, String.join(", ", BUNDLED), base));
    }
    try {
      return new ModelPack(manifest, base == null ? null : bundled(base), folder);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(origin + ": " + e.getMessage(), e);
    }
  }

  /** Writes the manifest of a bundled pack into a folder; of another pack nothing. */
  static void copyManifest(ModelPack pack, Path folder) throws IOException {
    if (BUNDLED.contains(pack.name())) {
      try (InputStream in = open("packs/" + pack.name() + ".yml")) {
        Files.copy(in, folder.resolve(MANIFEST));
      }
    }
  }

  /** Opens a file that the program brings along. */
  static InputStream open(String file) {
    InputStream in = Catalogue.class.getResourceAsStream("/io/faceservice/inference/" + file);
    if (in == null) {
      throw new IllegalStateException("the program lacks its own file " + file);
    }
    return in;
  }
}
