package io.faceservice.bootstrap.cli.evaluation;

import io.faceservice.application.evaluate.ImageName;
import io.faceservice.application.evaluate.LabelledPair;
import io.faceservice.domain.biometric.FaceImage;
import io.faceservice.domain.biometric.InvalidInputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A file of labelled pairs and the images it names.
 *
 * <p>It is UTF-8, one pair a line: {@code image TAB image TAB 1|0}, where 1 says one person, and
 * optionally a fourth column with the number of the pair's fold. Blank lines, lines that start with
 * {@code #} and a line of column names at the top are skipped.
 */
final class PairsFile {
  private final Path root;
  private final List<LabelledPair> pairs;

  private PairsFile(Path root, List<LabelledPair> pairs) {
    this.root = root;
    this.pairs = List.copyOf(pairs);
  }

  /**
   * Reads the file and sees to it that every image is there.
   *
   * @param root where relative paths start; without it they start where the file lies
   * @throws InvalidInputException naming the file, the line and what to mend
   */
  static PairsFile read(Path file, Optional<Path> root) {
    Path start = root.orElseGet(() -> file.toAbsolutePath().normalize().resolveSibling(""));
    List<String> lines = lines(file);
    List<LabelledPair> pairs = new ArrayList<>();
    boolean top = true;
    for (int i = 0; i < lines.size(); i++) {
      String text = lines.get(i).strip();
      if (text.isEmpty() || text.startsWith("#")) {
        continue;
      }
      PairsLine line = new PairsLine(file.getFileName() + ":" + (i + 1), lines.get(i));
      if (!(top && line.isHeader())) {
        pairs.add(line.pair(start));
      }
      top = false;
    }
    if (pairs.isEmpty()) {
      throw new InvalidInputException("pairs", file + " holds no pairs.");
    }
    if (pairs.stream().map(pair -> pair.fold().isPresent()).distinct().count() == 2) {
      throw new InvalidInputException("pairs", file + " gives a fold for some pairs only.");
    }
    return new PairsFile(start, pairs);
  }

  private static List<String> lines(Path file) {
    try {
      List<String> lines = new ArrayList<>(Files.readAllLines(file));
      if (!lines.isEmpty() && lines.getFirst().startsWith("\uFEFF")) {
        lines.set(0, lines.getFirst().substring(1));
      }
      return lines;
    } catch (NoSuchFileException e) {
      throw new InvalidInputException("pairs", "There is no file " + file + ".");
    } catch (IOException e) {
      throw new InvalidInputException("pairs", file + " cannot be read as UTF-8 text.");
    }
  }

  List<LabelledPair> pairs() {
    return pairs;
  }

  /**
   * Reads one of the images.
   *
   * @throws InvalidInputException if it went away or may not be read
   */
  FaceImage image(ImageName name) {
    try {
      return FaceImage.of(Files.readAllBytes(root.resolve(name.value())));
    } catch (IOException e) {
      throw new InvalidInputException(
          InvalidInputException.Kind.UNREADABLE_IMAGE, "image", "The file cannot be read.");
    }
  }
}
