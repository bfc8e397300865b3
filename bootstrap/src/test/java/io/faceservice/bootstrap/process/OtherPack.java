package io.faceservice.bootstrap.process;

import io.faceservice.inference.InstalledPack;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

/** The default pack's models under another name: another pack, as far as anybody can tell. */
final class OtherPack {
  private OtherPack() {}

  /** Writes the pack, and a settings file that chooses it; returns the file. */
  static Path settings(Path folder) throws IOException {
    Path pack = Files.createDirectories(folder.resolve("pack"));
    String manifest = bundled().replace("version: 0.0.1\n", "version: 0.0.2\n");
    String withoutSource = manifest.replaceAll("(?m)^source:\n(?: .*\n)+", "");
    Files.writeString(pack.resolve("manifest.yml"), withoutSource);
    for (String file : InstalledPack.manifest().files().keySet()) {
      Files.copy(InstalledPack.folder().resolve(file), pack.resolve(file));
    }
    return Files.writeString(
        folder.resolve("other-pack.yml"), "face: {inference: {pack: '%s'}}".formatted(pack));
  }

  private static String bundled() throws IOException {
    String path = "/io/faceservice/inference/packs/faceplugin.yml";
    try (InputStream in = Objects.requireNonNull(InstalledPack.class.getResourceAsStream(path))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
