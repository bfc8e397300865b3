package io.faceservice.inference.install;

import io.faceservice.inference.pack.ManifestReader;
import io.faceservice.inference.pack.ModelPack;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The manifests that the service brings along, and those that an operator writes. */
public final class Catalogue {
  /** The pack that serves unless another is configured. */
  public static final String DEFAULT = "faceplugin";

  /** What a folder with an operator's own pack calls its manifest. */
  public static final String MANIFEST = "manifest.yml";

  private static final List<String> BUNDLED = List.of(DEFAULT);

  private Catalogue() {}

  /** The names of the manifests that the service brings along. */
  public static List<String> names() {
    return BUNDLED;
  }

  /**
   * The manifest of that name.
   *
   * @param name a bundled name, {@code default}, or the path of a folder with a manifest in it
   * @throws IllegalArgumentException if there is none, or it is wrong; the message says what to do
   */
  public static ModelPack pack(String name) {
    String wanted = "default".equals(name) ? DEFAULT : name;
    if (BUNDLED.contains(wanted)) {
      return bundled(wanted);
    }
    Path manifest = Path.of(wanted).resolve(MANIFEST);
    if (!Files.isRegularFile(manifest)) {
      throw new IllegalArgumentException(
          "No model pack is called \"%s\" and no file %s is there; known packs: %s"
              .formatted(name, manifest, String.join(", ", BUNDLED)));
    }
    try (InputStream in = Files.newInputStream(manifest)) {
      return ManifestReader.read(manifest.toString(), in);
    } catch (IOException e) {
      throw new IllegalArgumentException(manifest + " cannot be read", e);
    }
  }

  private static ModelPack bundled(String name) {
    return ManifestReader.read(name + ".yml", resource(name + ".yml"));
  }

  static InputStream resource(String file) {
    return open("packs/" + file);
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
