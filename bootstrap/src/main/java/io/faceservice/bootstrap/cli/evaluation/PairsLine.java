package io.faceservice.bootstrap.cli.evaluation;

import io.faceservice.application.evaluate.ImageName;
import io.faceservice.application.evaluate.LabelledPair;
import io.faceservice.domain.biometric.InvalidInputException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;

/** One line of a file of labelled pairs. */
final class PairsLine {
  private static final int LABEL = 2;
  private static final int FOLD = 3;

  private final String place;
  private final List<String> columns;

  /**
   * @param place file and line number, for messages
   */
  PairsLine(String place, String text) {
    this.place = place;
    this.columns = Arrays.stream(text.split("\t", -1)).map(String::strip).toList();
  }

  /** Whether the label's column holds a word where a pair has a digit. */
  boolean isHeader() {
    return columns.size() > LABEL
        && !columns.get(LABEL).isEmpty()
        && Character.isLetter(columns.get(LABEL).charAt(0));
  }

  /**
   * @param root where relative paths start
   * @throws InvalidInputException if the line is no pair, or an image is not there
   */
  LabelledPair pair(Path root) {
    if (columns.size() <= LABEL || columns.size() > FOLD + 1) {
      throw wrong(
          "a pair is image, image, 1 or 0 and perhaps a fold, with tabs between; found %d column(s)"
              .formatted(columns.size()));
    }
    return new LabelledPair(
        image(root, columns.get(0)), image(root, columns.get(1)), genuine(), fold());
  }

  private boolean genuine() {
    return switch (columns.get(LABEL)) {
      case "1" -> true;
      case "0" -> false;
      default ->
          throw wrong(
              "the third column is 1 for one person or 0 for two, not \"%s\""
                  .formatted(columns.get(LABEL)));
    };
  }

  private OptionalInt fold() {
    if (columns.size() <= FOLD) {
      return OptionalInt.empty();
    }
    String fold = columns.get(FOLD);
    if (!fold.matches("[0-9]{1,4}")) {
      throw wrong("the fourth column is the number of a fold, not \"%s\"".formatted(fold));
    }
    return OptionalInt.of(Integer.parseInt(fold));
  }

  private ImageName image(Path root, String column) {
    if (column.isEmpty()) {
      throw wrong("an image's path is missing");
    }
    try {
      Path path = Path.of(column).normalize();
      if (Files.isRegularFile(root.resolve(path))) {
        return new ImageName(path.toString());
      }
    } catch (InvalidPathException e) {
      throw wrong("\"%s\" is no path".formatted(column));
    }
    throw wrong("there is no file " + root.resolve(column));
  }

  private InvalidInputException wrong(String problem) {
    return new InvalidInputException("pairs", place + ": " + problem + ".");
  }
}
