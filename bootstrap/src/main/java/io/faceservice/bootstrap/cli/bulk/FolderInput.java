package io.faceservice.bootstrap.cli.bulk;

import io.faceservice.domain.biometric.InvalidInputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A folder of people: each a folder that has the person's identifier as its name and images in it,
 * or one image named after the person. Nothing deeper is looked at, so no link can lead in circles.
 */
final class FolderInput implements ImportInput {
  /** Those that no decoder reads are among them, so that they are rejected and not passed over. */
  private static final Set<String> IMAGE_ENDINGS =
      Set.of(
          "jpg", "jpeg", "jpe", "jfif", "png", "webp", "bmp", "gif", "tif", "tiff", "heic", "heif",
          "avif", "jp2");

  private final Path folder;
  private final boolean oneFacePerPerson;
  private final ItemText.Defaults defaults;

  FolderInput(Path folder, boolean oneFacePerPerson, ItemText.Defaults defaults) {
    this.folder = folder;
    this.oneFacePerPerson = oneFacePerPerson;
    this.defaults = defaults;
  }

  @Override
  public long count() {
    long items = 0;
    try (Items all = items(0)) {
      while (all.hasNext()) {
        all.next();
        items++;
      }
    }
    return items;
  }

  @Override
  public Items items(int maxBytes) {
    try {
      return new SteppedItems(
          new FolderSteps(
              folder, names(folder), new FolderSteps.Taking(oneFacePerPerson, maxBytes, defaults)));
    } catch (IOException e) {
      throw new InvalidInputException("input", folder + " cannot be read.");
    }
  }

  /** The names in a folder, in their order. */
  static List<String> names(Path folder) throws IOException {
    try (Stream<Path> entries = Files.list(folder)) {
      String[] names = entries.map(Path::getFileName).map(String::valueOf).toArray(String[]::new);
      Arrays.sort(names);
      return Arrays.asList(names);
    }
  }

  static boolean isImage(String name) {
    int dot = name.lastIndexOf('.');
    return dot > 0
        && !name.startsWith(".")
        && IMAGE_ENDINGS.contains(name.substring(dot + 1).toLowerCase(Locale.ROOT));
  }
}
