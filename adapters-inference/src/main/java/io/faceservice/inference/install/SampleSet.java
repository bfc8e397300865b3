package io.faceservice.inference.install;

import io.faceservice.inference.pack.ManifestReader;
import io.faceservice.inference.pack.Source;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/**
 * Photos of groups of people for demonstrations and tests, and portraits that are cut from them
 * when they are installed: {@code person-a-1} and {@code person-a-2} show the same person in two
 * photos, another letter is another person.
 *
 * @param name short name of the set
 * @param version its version
 * @param source where its photos come from
 * @param files every photo, with its SHA-256 in lower-case hexadecimal
 * @param portraits what is cut out of which photo
 */
public record SampleSet(
    String name,
    String version,
    Source source,
    Map<String, String> files,
    Map<String, Portrait> portraits) {

  private static final String MANIFEST = "samples.yml";

  /** Hashes of what was made here: another JDK may encode the same portrait otherwise. */
  private static final String RECORD = "portraits.sha256";

  public SampleSet {
    files = Map.copyOf(files);
    portraits = Map.copyOf(portraits);
    for (Portrait portrait : portraits.values()) {
      if (!files.containsKey(portrait.file())) {
        throw new IllegalArgumentException("files does not list " + portrait.file());
      }
    }
  }

  /** The set that the service brings along. */
  public static SampleSet bundled() {
    return ManifestReader.read(MANIFEST, Catalogue.open(MANIFEST), SampleSet.class);
  }

  /** Where the set lies, whether installed or not. */
  public Path folder(PackStore store) {
    return store.folder("samples", name + "-" + version);
  }

  /**
   * Installs the set if it is not there in full.
   *
   * @return whether anything had to be fetched
   * @throws InstallException if it cannot be
   */
  public boolean install(PackStore store) {
    Path folder = folder(store);
    return !isComplete(folder)
        && store.run(
            new Installation(folder, source, files), () -> isComplete(folder), this::cutPortraits);
  }

  private boolean isComplete(Path folder) {
    return PackStore.problems(folder, files).isEmpty() && isRecorded(folder);
  }

  /**
   * The file of a photo, for instance {@code sample1.jpg}.
   *
   * @throws IllegalArgumentException if there is none of that name; the message lists them
   */
  public Path photo(PackStore store, String photo) {
    return file(store, files, photo, "");
  }

  /**
   * The file of a portrait, for instance {@code person-a-1}: a JPEG of one person.
   *
   * @throws IllegalArgumentException if there is none of that name; the message lists them
   */
  public Path portrait(PackStore store, String portrait) {
    return file(store, portraits, portrait, ".jpg");
  }

  private Path file(PackStore store, Map<String, ?> known, String wanted, String suffix) {
    if (!known.containsKey(wanted)) {
      throw new IllegalArgumentException(
          "no sample is called \"%s\" but %s".formatted(wanted, new TreeMap<>(known).keySet()));
    }
    return folder(store).resolve(wanted + suffix);
  }

  private void cutPortraits(Path folder) {
    try {
      for (var portrait : portraits.entrySet()) {
        portrait.getValue().cut(folder, folder.resolve(portrait.getKey() + ".jpg"));
      }
      Files.writeString(folder.resolve(RECORD), record(folder));
    } catch (IOException e) {
      throw new InstallException("cannot cut the portraits below " + folder, e);
    }
  }

  private boolean isRecorded(Path folder) {
    try {
      return Files.readString(folder.resolve(RECORD)).equals(record(folder));
    } catch (IOException e) {
      return false;
    }
  }

  /** One line for each portrait and for the manifest that told how to cut them. */
  private String record(Path folder) throws IOException {
    var lines = new StringBuilder();
    try (InputStream manifest = Catalogue.open(MANIFEST)) {
      lines.append(Checksum.of(manifest)).append("  ").append(MANIFEST).append('\n');
    }
    for (String portrait : new TreeMap<>(portraits).keySet()) {
      Path file = folder.resolve(portrait + ".jpg");
      lines.append(Checksum.of(file)).append("  ").append(file.getFileName()).append('\n');
    }
    return lines.toString();
  }
}
