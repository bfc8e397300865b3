package io.faceservice.bootstrap.cli.bulk;

import io.faceservice.domain.biometric.InvalidInputException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** Tells of what form an input is. */
final class InputForms {
  private InputForms() {}

  /** A form that an input may have. */
  enum Form {
    FOLDER,
    CSV,
    JSONL
  }

  /**
   * A folder; or a file, by its name or else by how it begins.
   *
   * @throws InvalidInputException if there is neither
   */
  static Form of(Path input) {
    if (Files.isDirectory(input)) {
      return Form.FOLDER;
    }
    if (!Files.isRegularFile(input)) {
      throw new InvalidInputException("input", "There is no folder or file " + input + ".");
    }
    String name = String.valueOf(input.getFileName()).toLowerCase(Locale.ROOT);
    if (name.endsWith(".csv") || name.endsWith(".tsv")) {
      return Form.CSV;
    }
    return name.endsWith(".jsonl") || name.endsWith(".ndjson") || beginsWithObject(input)
        ? Form.JSONL
        : Form.CSV;
  }

  /** Whether the first character that is no space opens a JSON object. */
  static boolean beginsWithObject(Path file) {
    try (var in =
        new BufferedReader(
            new InputStreamReader(Files.newInputStream(file), StandardCharsets.UTF_8))) {
      int character = in.read();
      while (Character.isWhitespace(character) || character == '\uFEFF') {
        character = in.read();
      }
      return character == '{';
    } catch (IOException e) {
      throw new InvalidInputException("input", file + " cannot be read.");
    }
  }
}
